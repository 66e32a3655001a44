using System.Globalization;

namespace IomSessions.Client;

/// <summary>A hash of 32 hexadecimal digits, joined with others by XOR: the order in which circles are taken does not matter.</summary>
public readonly record struct RollingHash(UInt128 Value)
{
    public static RollingHash Nothing => default;

    /// <exception cref="FormatException">Not 32 hexadecimal digits.</exception>
    public static RollingHash Parse(string digits) =>
        digits.Length == 32 && UInt128.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new(value)
            : throw new FormatException("A hash has 32 hexadecimal digits.");

    public static RollingHash operator ^(RollingHash one, RollingHash other) => new(one.Value ^ other.Value);

    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}

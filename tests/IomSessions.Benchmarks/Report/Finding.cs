using System.Globalization;

namespace IomSessions.Benchmarks.Report;

/// <summary>One figure beside what was asked of it.</summary>
/// <param name="Row">Its number among the goals.</param>
/// <param name="Value">As measured; a ratio unless the unit says something else.</param>
/// <param name="Must">What a release needs; null: nothing.</param>
/// <param name="Goal">What is aimed at.</param>
/// <param name="Seen">The medians behind it.</param>
/// <param name="MoreIsBetter">Else less is.</param>
internal sealed record Finding(
    string Row, string Workload, string Figure, double Value, double? Must, double? Goal, string Seen, string Unit = "x", bool MoreIsBetter = false)
{
    public bool Meets(double bound) => MoreIsBetter ? Value >= bound : Value <= bound;

    public string ValueText => Number(Value) + Unit;

    /// <summary>Whether a bound is met, and by how much of it.</summary>
    public string Against(double? bound)
    {
        if (bound is not { } asked)
        {
            return "-";
        }

        var sign = MoreIsBetter ? "≥" : "≤";
        var (word, amount) = (Meets(asked) ? "met" : "missed", asked == 0 ? "" : $" by {Math.Abs(Value / asked - 1) * 100:0} %");
        return string.Create(CultureInfo.InvariantCulture, $"{sign} {Number(asked)}{Unit}: {word}{amount}");
    }

    public static string Number(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 10 => value.ToString("0.00", CultureInfo.InvariantCulture),
        < 1000 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("N0", CultureInfo.InvariantCulture),
    };
}

/// <summary>Medians, and ratios of what was measured side by side.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>The median of ours over theirs, round by round.</summary>
    public static double Ratio<T>(IEnumerable<T> ours, IEnumerable<T> theirs, Func<T, double> of) =>
        Median(ours.Zip(theirs, (one, other) => of(one) / of(other)));

    public static double Mean(params IReadOnlyCollection<double> ratios) => Math.Exp(ratios.Average(Math.Log));
}

using System.Collections;
using System.Reflection;

namespace IomSessions.Engine.Tests.Snapshots;

/// <summary>Whether two values are the same in every field, also in those that nobody thought of when a snapshot was written.</summary>
internal static class Same
{
    /// <returns>The path to the first difference; null: there is none.</returns>
    public static string? Differs(object? one, object? other, string at = "")
    {
        if (one is null || other is null)
        {
            return one is null && other is null ? null : at;
        }

        return one.GetType() != other.GetType() ? $"{at}: type"
            : one is string || one.GetType().IsPrimitive || one.GetType().IsEnum || one is Guid or UInt128 or DateTimeOffset ? (one.Equals(other) ? null : at)
            : one is IDictionary dictionary ? DifferIn(dictionary, (IDictionary)other, at)
            : one is IEnumerable list ? DifferIn(Ordered(list), Ordered((IEnumerable)other), at)
            : FieldsOf(one.GetType()).Select(field => Differs(field.GetValue(one), field.GetValue(other), $"{at}.{field.Name}")).FirstOrDefault(found => found is not null);
    }

    private static string? DifferIn(IDictionary one, IDictionary other, string at) =>
        one.Count != other.Count
            ? $"{at}: count"
            : one.Keys.Cast<object>().Select(key => Differs(one[key], other.Contains(key) ? other[key] : null, $"{at}[{key}]")).FirstOrDefault(found => found is not null);

    private static string? DifferIn(List<object?> one, List<object?> other, string at) =>
        one.Count != other.Count
            ? $"{at}: count"
            : one.Select((item, index) => Differs(item, other[index], $"{at}[{index}]")).FirstOrDefault(found => found is not null);

    // sets have no order of their own
    private static List<object?> Ordered(IEnumerable items) =>
        items.GetType() is { IsGenericType: true } type && type.Name.StartsWith("ImmutableHashSet", StringComparison.Ordinal)
            ? [.. items.Cast<object?>().OrderBy(item => item?.ToString(), StringComparer.Ordinal)]
            : [.. items.Cast<object?>()];

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var of = type; of is not null && of != typeof(object); of = of.BaseType)
        {
            foreach (var field in of.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}

using System.Collections;
using System.Reflection;
using System.Text;

namespace IomSessions.Domain.Tests;

/// <summary>A value spelled out, whole: two values are the same when their shapes are.</summary>
internal static class Shape
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    /// <summary>Every id of one kind anywhere in a value.</summary>
    public static IEnumerable<T> Find<T>(object? value) => value switch
    {
        null or string or byte or bool or int or long or Guid or DateTimeOffset or Enum => [],
        T found => [found],
        IEnumerable many => IsDefault(many) ? [] : many.Cast<object?>().SelectMany(Find<T>),
        _ => Members(value).SelectMany(member => Find<T>(member.GetValue(value))),
    };

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string or bool or int or long or Enum or Guid or DateTimeOffset:
                text.Append(value);
                break;
            case IDictionary dictionary:
                var entries = dictionary.Keys.Cast<object>().Select(key => $"{Of(key)}={Of(dictionary[key])}");
                text.Append('{').AppendJoin(", ", entries.Order(StringComparer.Ordinal)).Append('}');
                break;
            case IEnumerable many when IsDefault(many):
                text.Append("default");
                break;
            case IEnumerable many:
                var items = many.Cast<object?>().Select(Of);
                var isSet = value.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ISet<>));
                text.Append('[').AppendJoin(", ", isSet ? items.Order(StringComparer.Ordinal) : items).Append(']');
                break;
            default:
                text.Append(value.GetType().Name).Append('(');
                foreach (var member in Members(value))
                {
                    text.Append(member.Name).Append(": ");
                    Write(member.GetValue(value), text);
                    text.Append("; ");
                }

                text.Append(')');
                break;
        }
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    private static PropertyInfo[] Members(object value) => Known.GetOrAdd(value.GetType(), type =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && IsStored(type, property)),
    ]);

    // computed properties (Session.Admitted) repeat what the stored ones say
    private static bool IsStored(Type type, PropertyInfo property) =>
        type.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private static bool IsDefault(IEnumerable many) =>
        many.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>)
        && (bool)type.GetProperty("IsDefault")!.GetValue(many)!;
}

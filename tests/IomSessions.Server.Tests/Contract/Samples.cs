using System.Collections.Immutable;
using System.Reflection;
using IomSessions.Domain;

namespace IomSessions.Server.Tests.Contract;

/// <summary>A value of any type of the core, made from its constructor: new kinds of events are sampled without anybody thinking of it.</summary>
internal static class Samples
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>With everything that may be absent there, and with all of it absent.</summary>
    public static IEnumerable<object> Of(Type type) => [Make(type, absent: false)!, Make(type, absent: true)!];

    private static object? Make(Type type, bool absent) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => absent ? null : Make(inner, absent),
        _ when type == typeof(string) => "words \u2026 \u4e2d \U0001F54A \"quoted\"",
        _ when type == typeof(int) => 7,
        _ when type == typeof(long) => 7L,
        _ when type == typeof(bool) => !absent,
        _ when type == typeof(Guid) => Guid.NewGuid(),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 1, 12, 30, 59, TimeSpan.Zero),
        _ when type == typeof(Company) => Company.Of([new PersonId(Guid.NewGuid()), new PersonId(Guid.NewGuid())]),
        // a client may leave parts of it out; an event never does
        _ when type == typeof(Confirmation) => Construct(type, absent: false),
        { IsEnum: true } => Enum.GetValues(type).GetValue(absent ? 0 : Enum.GetValues(type).Length - 1),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => List(type, absent),
        { IsGenericType: true } when type.GetGenericArguments() is [var key, var value] => Map(type, key, value, absent),
        _ => Construct(type, absent),
    };

    private static object Construct(Type type, bool absent)
    {
        var constructor = type.GetConstructors().Where(one => one.GetParameters() is not [{ } only] || only.ParameterType != type)
            .MaxBy(one => one.GetParameters().Length)!;
        var arguments = constructor.GetParameters().Select(parameter =>
            absent && Nullability.Create(parameter).WriteState == NullabilityState.Nullable ? null : Make(parameter.ParameterType, absent));
        return constructor.Invoke([.. arguments]);
    }

    private static object List(Type type, bool absent)
    {
        var item = type.GetGenericArguments()[0];
        var items = Array.CreateInstance(item, absent ? 0 : 2);
        for (var at = 0; at < items.Length; at++)
        {
            items.SetValue(Make(item, absent), at);
        }

        return typeof(ImmutableArray).GetMethods()
            .Single(method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(item).Invoke(null, [items])!;
    }

    private static object Map(Type type, Type key, Type value, bool absent)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        map.Add(Make(key, absent: false)!, Make(value, absent));
        return type.IsInstanceOfType(map)
            ? map
            : typeof(ImmutableDictionary).GetMethods()
                .Single(method => method.Name == "ToImmutableDictionary" && method.GetGenericArguments().Length == 2
                    && method.GetParameters().Length == 1 && method.GetParameters()[0].ParameterType.GetGenericArguments()[0].IsGenericType)
                .MakeGenericMethod(key, value).Invoke(null, [map])!;
    }
}

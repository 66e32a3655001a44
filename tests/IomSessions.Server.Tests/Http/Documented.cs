using System.Text.Json;
using System.Text.RegularExpressions;

namespace IomSessions.Server.Tests.Http;

/// <summary>The calls that the document names.</summary>
internal static partial class Documented
{
    public static IEnumerable<(string Method, string Template, JsonElement Call)> Calls(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(call => (call.Name.ToUpperInvariant(), path.Name, call.Value)));

    /// <summary>The path of a call, with an id for each place; the same place gets the same id.</summary>
    public static string Fill(string template, Func<string, string> id) => Place().Replace(template, place => id(place.Groups[1].Value));

    /// <summary>Whether a call takes a body of JSON.</summary>
    public static bool TakesJson(JsonElement call) =>
        call.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out _);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}

using IomSessions.Domain;

namespace IomSessions.Server.Access;

/// <summary>The cookies a browser is known by: HttpOnly, never sent from another site.</summary>
internal static class Cookies
{
    public const string House = "iom-house";

    private const string Prefix = "iom-s-";

    /// <summary>The longest that browsers keep a cookie; whether it opens anything is decided here at each use.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(400);

    public static string Of(SessionId session) => Named(session.Value.ToString("N"));

    public static string Named(string session) => Prefix + session;

    public static void Give(HttpContext http, string name, string token) => http.Response.Cookies.Append(name, token, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        MaxAge = Life,
        IsEssential = true,
    });

    public static void Take(HttpContext http, string name) => http.Response.Cookies.Delete(name);

    /// <summary>Whether a request comes with a cookie of ours.</summary>
    public static bool IsCarried(HttpRequest request) => request.Cookies.Keys.Any(name =>
        name == House || name.StartsWith(Prefix, StringComparison.Ordinal));

    /// <summary>The tokens of all sessions that this browser is known in.</summary>
    public static IEnumerable<string> Sessions(HttpContext http) => http.Request.Cookies
        .Where(cookie => cookie.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(cookie => cookie.Value);
}

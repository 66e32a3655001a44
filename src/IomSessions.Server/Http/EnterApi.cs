using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Access;
using IomSessions.Storage.Access;

namespace IomSessions.Server.Http;

/// <summary>Redeeming links and codes, by a POST after a button: mail scanners follow links.</summary>
internal static class EnterApi
{
    private const string Tag = "Coming in";

    public static void MapEnter(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/enter", async (EnterAsked ask, HttpContext http, Entrance entrance) =>
            Answer(http, ask.Program, await entrance.RedeemAsync(ask.Token, ask.Label)))
            .Answers<EnteredSheet>("Comes in by a link; a program asks for a bearer token in place of a cookie.").WithTags(Tag);
        app.MapPost("/api/enter/code", async (CodeAsked ask, HttpContext http, Entrance entrance) =>
            Answer(http, ask.Program, await entrance.RedeemCodeAsync(ask.Code, ask.Label)))
            .RequireRateLimiting(Tries.Policy)
            .Answers<EnteredSheet>("Comes in by a code, as a second device of the same person.").WithTags(Tag);
        app.MapGet("/api/mine", MineAsync).Answers<IReadOnlyList<MyRow>>("The sessions that this browser is known in.").WithTags(Tag);
    }

    private static IResult Answer(HttpContext http, bool program, (Refusal? Refusal, Entered? Entered) result)
    {
        if (result.Entered is not { } entered)
        {
            return Refusals.Of(result.Refusal ?? EngineRefusals.Failed);
        }

        if (!program)
        {
            Cookies.Give(http, Cookies.Of(entered.Session), entered.Token);
        }

        return Results.Json(
            new EnteredSheet(entered.Session, entered.Person, entered.Pending, program ? entered.Token : null), DomainJson.Options);
    }

    private static async Task<IResult> MineAsync(HttpContext http, IAccessStore access, SessionHouse house)
    {
        var mine = new List<MyRow>();
        foreach (var token in Cookies.Sessions(http))
        {
            if (await access.FindDeviceAsync(TokenHash.Of(token), http.RequestAborted) is { } device && await house.FindAsync(device.Session) is { } live
                && await live.MayConnectAsync(device.Person, device.Id, http.RequestAborted) && live.State is { } state)
            {
                var person = state.People[device.Person];
                mine.Add(new(device.Session, state.Card.Reference, state.Card.Title, state.Phase, person.Name, person.Role));
            }
        }

        return Results.Json(mine, DomainJson.Options);
    }
}

internal sealed record EnterAsked(string Token, string Label, bool Program = false);

internal sealed record CodeAsked(string Code, string Label, bool Program = false);

internal sealed record EnteredSheet(SessionId Session, PersonId Person, bool Pending, string? Bearer);

internal sealed record MyRow(SessionId Session, string Reference, string Title, Phase Phase, string Name, Role Role);

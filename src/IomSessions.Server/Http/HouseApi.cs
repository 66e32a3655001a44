using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Access;
using IomSessions.Storage.Access;

namespace IomSessions.Server.Http;

/// <summary>The secretariat of the house: its way in, its sessions.</summary>
internal static class HouseApi
{
    private const string SecretaryName = "Secretariat";

    public static void MapHouse(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/house").WithTags("The house");
        var own = api.MapGroup("").WithMetadata(new ByHouse());
        own.MapGet("", async (HttpContext http, IAccessStore access) => await IsHouseAsync(http, access) ? Results.NoContent() : NotKnown())
            .AnswersNothing("Whether this browser is the secretariat's.");
        api.MapPost("/enter", EnterAsync).AnswersNothing("Becomes the secretariat with the one-time link that the server prints.");
        own.MapGet("/sessions", ListAsync).Answers<IReadOnlyList<SessionRow>>("The sessions of the house.");
        own.MapPost("/sessions", PrepareAsync).Answers<PreparedSheet>("Prepares a session; the secretariat is a participant of it at once.");
    }

    private static async Task<IResult> EnterAsync(EnterHouse ask, HttpContext http, IAccessStore access, TimeProvider clock)
    {
        var device = Token.Draw();
        var outcome = await access.SpendHouseLinkAsync(
            TokenHash.Of(ask.Token), device.Hash, clock.GetUtcNow().ToUnixTimeMilliseconds());
        if (outcome != SpendOutcome.Ok)
        {
            return Refusals.Of(AccessRefusals.Of(outcome));
        }

        Cookies.Give(http, Cookies.House, device.Text);
        return Results.NoContent();
    }

    private static async Task<IResult> ListAsync(HttpContext http, IAccessStore access, SessionHouse house)
    {
        if (!await IsHouseAsync(http, access))
        {
            return NotKnown();
        }

        var sessions = await house.AllAsync();
        return Results.Json(sessions
            .Where(one => one.Value is not { State: null })
            .Select(one => RowOf(one.Key, one.Value?.State))
            .OrderBy(row => row.Reference, StringComparer.Ordinal), DomainJson.Options);
    }

    private static SessionRow RowOf(SessionId id, Session? state) =>
        new(id, state?.Card.Reference ?? "", state?.Card.Title ?? "", state?.Phase);

    private static async Task<IResult> PrepareAsync(
        PrepareAsked ask, HttpContext http, IAccessStore access, SessionHouse house, Entrance entrance, TimeProvider clock)
    {
        if (!await IsHouseAsync(http, access))
        {
            return NotKnown();
        }

        var live = await house.OpenAsync(new SessionId(Guid.NewGuid()));
        var secretary = new PersonId(Guid.NewGuid());
        var prepare = new PrepareSession(ask.Reference, ask.Title, ask.Kind, [.. ask.Languages], secretary, SecretaryName);
        if (await live.InsistAsync(prepare, clock) is CommandOutcome.Refused refused)
        {
            return Refusals.Of(refused.Refusal);
        }

        if (await entrance.SeatSecretaryAsync(live, secretary) is not { } entered)
        {
            return Refusals.Of(EngineRefusals.Failed);
        }

        Cookies.Give(http, Cookies.Of(live.Id), entered.Token);
        return Results.Json(new PreparedSheet(live.Id), DomainJson.Options);
    }

    private static async ValueTask<bool> IsHouseAsync(HttpContext http, IAccessStore access) =>
        http.Request.Cookies[Cookies.House] is { } token && await access.IsHouseDeviceAsync(TokenHash.Of(token), http.RequestAborted);

    private static IResult NotKnown() => Refusals.Of(EngineRefusals.NotKnown);
}

internal sealed record EnterHouse(string Token);

internal sealed record PrepareAsked(string Reference, string Title, SessionKind Kind, IReadOnlyList<string> Languages);

internal sealed record PreparedSheet(SessionId Session);

/// <summary>Without a phase: it cannot be opened now.</summary>
internal sealed record SessionRow(SessionId Session, string Reference, string Title, Phase? Phase);

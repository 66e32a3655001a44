using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Access;
using IomSessions.Storage.Access;

namespace IomSessions.Server.Http;

/// <summary>What of a session is not live: who one is, links, codes.</summary>
internal static class SessionApi
{
    public static void MapSession(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/sessions/{session}").RequireAuthorization(Participants.SchemeName).WithTags("Oneself and others");
        api.MapGet("/me", MeAsync).Answers<MeSheet>("Who the caller is.");
        api.MapPost("/code", CodeAsync).Answers<CodeSheet>("A code that lets a second device of the same person in, for two minutes, once.");
        api.MapPost("/leave", LeaveAsync).AnswersNothing("This device is forgotten.");
        api.MapPost("/people/{person}/invitation", InviteAsync)
            .Answers<InvitationSheet>("By the secretariat: a link for somebody; an earlier one that was not used is void.");
        api.MapDelete("/people/{person}/invitation", WithdrawAsync).AnswersNothing("By the secretariat: the link opens nothing any more.");
    }

    private static async Task<IResult> MeAsync(HttpContext http, SessionHouse house)
    {
        var me = Participants.Of(http.User);
        var live = await house.FindAsync(me.Session);
        if (live is { IsBlind: true })
        {
            return Refusals.Of(EngineRefusals.Unavailable);
        }

        if (live is not { State: { } state } || Domain.Access.IsRemoved(me.Person, state))
        {
            return Refusals.Of(EngineRefusals.NotKnown);
        }

        var standing = Domain.Access.Standing(me.Person, me.Device, state);
        if (standing is null or DeviceStatus.Revoked)
        {
            return Refusals.Of(EngineRefusals.NotKnown);
        }

        var person = state.People[me.Person];
        return Results.Json(
            new MeSheet(me.Session, me.Person, me.Device, person.Name, person.Role, person.Party, standing == DeviceStatus.Pending),
            DomainJson.Options);
    }

    private static async Task<IResult> CodeAsync(HttpContext http, SessionHouse house, Entrance entrance)
    {
        var me = Participants.Of(http.User);
        var (shut, live) = await OpenAsync(house, me);
        if (live is null)
        {
            return Refusals.Of(shut!);
        }

        if (!live.Admits(me.Person))
        {
            // each is a write into the file that everybody comes in by
            return Refusals.Of(EngineRefusals.TooFast);
        }

        var (code, expires) = await entrance.CodeAsync(me);
        return Results.Json(new CodeSheet(code, expires), DomainJson.Options);
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, SessionHouse house, IAccessStore access, TimeProvider clock)
    {
        var me = Participants.Of(http.User);
        var (shut, live) = await OpenAsync(house, me);
        if (shut is { Retry: true })
        {
            return Refusals.Of(shut);
        }

        if (live is not null
            && await live.DoAsync(me.Person, new(Guid.NewGuid()), new RevokeDevice(me.Device)) is CommandOutcome.Refused { Refusal: { Retry: true } refusal })
        {
            // its lines would go on hearing: it has not left
            return Refusals.Of(refusal);
        }

        await access.RevokeDeviceAsync(me.Session, me.Device, clock.GetUtcNow().ToUnixTimeMilliseconds());
        Cookies.Take(http, Cookies.Of(me.Session));
        return Results.NoContent();
    }

    private static async Task<IResult> InviteAsync(string person, HttpContext http, SessionHouse house, Entrance entrance)
    {
        var me = Participants.Of(http.User);
        var (shut, live) = await OpenAsync(house, me);
        if (live is null || !Guid.TryParseExact(person, "N", out var id))
        {
            return Refusals.NotThere(shut);
        }

        var (refusal, token, expires) = await entrance.InviteAsync(live, me.Person, new(id));
        return refusal is null
            ? Results.Json(new InvitationSheet("/enter#" + token, token, expires), DomainJson.Options)
            : Refusals.Of(refusal);
    }

    private static async Task<IResult> WithdrawAsync(string person, HttpContext http, SessionHouse house, Entrance entrance)
    {
        var me = Participants.Of(http.User);
        var (shut, live) = await OpenAsync(house, me);
        return live is not null && Guid.TryParseExact(person, "N", out var id)
            ? await entrance.WithdrawAsync(live, me.Person, new(id)) is { } refusal ? Refusals.Of(refusal) : Results.NoContent()
            : Refusals.NotThere(shut);
    }

    /// <summary>The session, if the caller's device is open in it now; or why it is not.</summary>
    public static async Task<(Refusal? Shut, LiveSession? Live)> OpenAsync(SessionHouse house, Participant me) =>
        await house.FindAsync(me.Session) is not { } live ? (EngineRefusals.NotKnown, null)
        : live.Shut(me.Person, me.Device) is { } shut ? (shut, null)
        : (null, live);
}

internal sealed record MeSheet(SessionId Session, PersonId Person, DeviceId Device, string Name, Role Role, PartyId? Party, bool Pending);

internal sealed record CodeSheet(string Code, DateTimeOffset Expires);

internal sealed record InvitationSheet(string Path, string Token, DateTimeOffset Expires);

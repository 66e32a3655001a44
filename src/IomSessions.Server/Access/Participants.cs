using System.Security.Claims;
using System.Text.Encodings.Web;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Storage.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace IomSessions.Server.Access;

/// <summary>Who calls: a person of one session, through one of his devices.</summary>
public sealed record Participant(SessionId Session, PersonId Person, DeviceId Device);

/// <summary>Knows participants by the cookie of the session or by a bearer token; the store holds only hashes.</summary>
public sealed class Participants(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, IAccessStore access, SessionHouse house)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "participant";

    /// <summary>Whom this scheme has let in.</summary>
    public static Participant Of(ClaimsPrincipal user) => user.Identities.OfType<Known>().First().Participant;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Guid.TryParseExact(Named(), "N", out var session) || Token(session) is not { } token
            || await access.FindDeviceAsync(TokenHash.Of(token), Context.RequestAborted) is not { } device || device.Session.Value != session)
        {
            return AuthenticateResult.NoResult();
        }

        // a device that was opened a moment ago on another node is not refused on this one; whoever is asked for something looks himself
        if (await house.FindAsync(device.Session) is { } live)
        {
            await live.MayConnectAsync(device.Person, device.Id, Context.RequestAborted);
        }

        var known = new Known(new Participant(device.Session, device.Person, device.Id));
        return AuthenticateResult.Success(new(new ClaimsPrincipal(known), SchemeName));
    }

    // SignalR looks whether it is still the same person by this claim; everything else asks the participant, for each call.
    private sealed class Known(Participant participant)
        : ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, participant.Person.Value.ToString("N"))], SchemeName)
    {
        public Participant Participant => participant;
    }

    private string? Named() => Request.RouteValues["session"] as string ?? Request.Query["session"].FirstOrDefault();

    // A browser cannot set a header on a WebSocket; programs that cannot either may give the token in the query, as SignalR's clients do.
    // Nowhere else: addresses are kept by proxies and histories.
    private string? Token(Guid session) =>
        Request.Headers.Authorization.FirstOrDefault() is { } header && header.StartsWith("Bearer ", StringComparison.Ordinal)
            ? header["Bearer ".Length..]
            : (Request.Path.StartsWithSegments("/hub") ? Request.Query["access_token"].FirstOrDefault() : null) ?? Request.Cookies[Cookies.Of(new(session))];
}

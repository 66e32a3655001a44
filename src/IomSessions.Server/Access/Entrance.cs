using System.Security.Cryptography;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Storage.Access;

namespace IomSessions.Server.Access;

/// <summary>Somebody who has come in, and the secret that his device is known by from now on.</summary>
public sealed record Entered(SessionId Session, PersonId Person, bool Pending, string Token);

/// <summary>Links and codes: what lets people in, and what becomes of it. What a device may do is the session's to decide (PE6).</summary>
public sealed class Entrance(IAccessStore access, SessionHouse house, TimeProvider clock)
{
    /// <summary>How long an invitation can be redeemed.</summary>
    private static readonly TimeSpan InvitationLife = TimeSpan.FromDays(14);

    // no I, L, O, 0, 1: read aloud and typed by hand
    private const string CodeAlphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int CodeLength = 8;

    private long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>By the secretariat: a new link for a person; his earlier ones open nothing any more.</summary>
    public async Task<(Refusal? Refusal, string Token, DateTimeOffset Expires)> InviteAsync(LiveSession live, PersonId by, PersonId person)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds((clock.GetUtcNow() + InvitationLife).ToUnixTimeSeconds());
        if (await live.DoAsync(by, NewCommand(), new IssueInvitation(person, expires)) is CommandOutcome.Refused refused)
        {
            return (refused.Refusal, "", default);
        }

        var token = Token.Draw();
        await access.IssueInvitationAsync(token.Hash, new Invitation(live.Id, person, expires.ToUnixTimeMilliseconds()), NowMs);
        return (null, token.Text, expires);
    }

    public async Task<Refusal?> WithdrawAsync(LiveSession live, PersonId by, PersonId person)
    {
        if (await live.DoAsync(by, NewCommand(), new RevokeInvitation(person)) is CommandOutcome.Refused refused)
        {
            return refused.Refusal;
        }

        await access.RevokeInvitationsAsync(live.Id, person, NowMs);
        return null;
    }

    /// <summary>A code that lets a second device of the same person in, for two minutes, once.</summary>
    public async Task<(string Code, DateTimeOffset Expires)> CodeAsync(Participant me)
    {
        while (true)
        {
            var code = RandomNumberGenerator.GetString(CodeAlphabet, CodeLength);
            if (await access.IssueCodeAsync(TokenHash.Of(code), me.Session, me.Person, me.Device, NowMs))
            {
                return ($"{code[..4]}-{code[4..]}", clock.GetUtcNow().AddMilliseconds(IAccessStore.CodeLifeMs));
            }
        }
    }

    public Task<(Refusal? Refusal, Entered? Entered)> RedeemAsync(string token, string label) =>
        EnterAsync(label, vouched: false, device => access.SpendInvitationAsync(TokenHash.Of(token), device, NowMs));

    public Task<(Refusal? Refusal, Entered? Entered)> RedeemCodeAsync(string code, string label) =>
        EnterAsync(label, vouched: true, device => access.SpendCodeAsync(
            TokenHash.Of(code.Replace("-", "", StringComparison.Ordinal).Trim().ToUpperInvariant()), device, NowMs));

    /// <summary>The first device of the secretary of a session that has just been prepared: the browser that prepared it.</summary>
    public async Task<Entered?> SeatSecretaryAsync(LiveSession live, PersonId secretary)
    {
        var link = Token.Draw();
        await access.IssueInvitationAsync(
            link.Hash, new Invitation(live.Id, secretary, NowMs + (long)InvitationLife.TotalMilliseconds), NowMs);

        // no link of his has gone out yet, so nobody else can have come in as him
        var (_, entered) = await EnterAsync(
            "Secretariat", vouched: true, device => access.SpendInvitationAsync(link.Hash, device, NowMs));
        return entered;
    }

    private async Task<(Refusal? Refusal, Entered? Entered)> EnterAsync(
        string label, bool vouched, Func<NewDevice, ValueTask<Spending>> spend)
    {
        if (!Words.IsName(label))
        {
            // before anything is spent: he may try again with the same link
            return (Refusal.Invalid, null);
        }

        var (id, token) = (new DeviceId(Guid.NewGuid()), Token.Draw());
        var spending = await spend(new NewDevice(id, token.Hash));
        if (spending.For is not { } whose || await house.FindAsync(whose.Session) is not { } live)
        {
            return (AccessRefusals.Of(spending.Outcome), null);
        }

        var outcome = await live.InsistAsync(new OpenDevice(id, whose.Person, label, vouched, spending.ShownOn), clock);
        if (outcome is CommandOutcome.Refused refused && !Insisting.IsUnknown(outcome))
        {
            await access.RevokeDeviceAsync(whose.Session, id, NowMs);
            return (refused.Refusal, null);
        }

        // Where it is not known whether the log has the device, he keeps what it is known by. If it has, he is in: a device that nobody holds would
        // make his next link wait for somebody to confirm it, and a first mediator has nobody. If it has not, this opens nothing, and his next link
        // is a first one.
        if (!vouched && outcome is CommandOutcome.Done)
        {
            await live.InsistAsync(new RedeemInvitation(whose.Person), clock);
        }

        var pending = Domain.Access.Standing(whose.Person, id, live.State!) == DeviceStatus.Pending;
        return (null, new Entered(whose.Session, whose.Person, pending, token.Text));
    }

    private static CommandId NewCommand() => new(Guid.NewGuid());
}

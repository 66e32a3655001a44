using System.Text.Json;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Access;
using IomSessions.Server.Http;
using IomSessions.Storage.Access;
using ISessionClient = IomSessions.Wire.ISessionClient;
using ProtocolVersion = IomSessions.Wire.ProtocolVersion;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Server.Hubs;

/// <summary>
/// Where participants take part. Thin: says who calls, reads what is asked, lets the session's desk answer. The methods are the wire
/// (PROTOCOL.md). Nothing is ever sent from here: only the pump sends.
/// </summary>
[Authorize(Participants.SchemeName)]
public sealed partial class SessionHub(
    SessionHouse house, Attendance attendance, SeatManager seats, IAccessStore access, TimeProvider clock) : Hub<ISessionClient>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<WelcomeAnswer> Hello(JsonElement hello)
    {
        if (Asked.Read<HelloAsked>(hello) is not { } asked || asked.Protocol != ProtocolVersion.Current)
        {
            return Unwelcome(EngineRefusals.WrongProtocol);
        }

        if (asked.Held() is not { } cursors || asked.HeldEnded() is not { } ended || asked.Recent is < 0 or > Limits.EventsOutlined)
        {
            return Unwelcome(Refusal.Invalid);
        }

        if (await SessionAsync() is not { } live)
        {
            return Unwelcome(EngineRefusals.NotKnown);
        }

        if (attendance.SeatOf(Context, Me, live, seats, clock) is not { } seat)
        {
            return Unwelcome(Refusal.TooMany);
        }

        var refusal = await live.HelloAsync(seat, cursors, ended.Value, asked.Recent, Context.ConnectionAborted);
        return refusal is null
            ? new(true, ProtocolVersion.Current, Me.Person, ProtocolVersion.BeatSeconds, clock.GetUtcNow(), null)
            : Unwelcome(refusal);
    }

    public async Task<CommandAnswer> Do(Sent<CommandAsked> request)
    {
        if (request.Value is not { Id.Value: var id } asked || id == Guid.Empty)
        {
            return CommandAnswer.Of(Refusal.Invalid);
        }

        var (shut, live) = await OpenAsync();
        if (live is null)
        {
            return CommandAnswer.Of(shut!);
        }

        var outcome = await live.DoAsync(Me.Person, asked.Id, asked.Command, attendance.OutletOf(Context));
        if (outcome is CommandOutcome.Done && asked.Command is RemovePerson removed)
        {
            await access.RevokePersonAsync(live.Id, removed.Person, clock.GetUtcNow().ToUnixTimeMilliseconds());
        }

        return CommandAnswer.Of(outcome);
    }

    public async Task<PreviewAnswer> Preview(JsonElement arrangement)
    {
        if (Asked.Read<CommandBody>(arrangement) is not Domain.Arrange asked)
        {
            return new(false, null, RefusalShown.Of(Refusal.Invalid));
        }

        var (shut, live) = await OpenAsync();
        if (live is null)
        {
            return new(false, null, RefusalShown.Of(shut!));
        }

        var (refusal, consequences) = live.Preview(Me.Person, asked);
        return new(refusal is null, consequences, refusal is null ? null : RefusalShown.Of(refusal));
    }

    public async Task<ReadAnswer> Read(JsonElement ask)
    {
        if (Asked.Read<ReadAsked>(ask) is not { } asked)
        {
            return ReadAnswer.Of(Refusal.Invalid);
        }

        var (shut, live) = await OpenAsync();
        if (live is null)
        {
            return ReadAnswer.Of(shut!);
        }

        var (refusal, past) = await live.Questions.ReadBackAsync(Me.Person, asked.Circle, asked.Before, asked.Max, Context.ConnectionAborted);
        return refusal is null ? new(true, past!.Events, past.More, past.Renditions, null) : ReadAnswer.Of(refusal);
    }

    public async Task<SittingsAnswer> Sittings(JsonElement ask)
    {
        if (Asked.Read<SittingsAsked>(ask) is not { } asked)
        {
            return SittingsAnswer.Of(Refusal.Invalid);
        }

        var (shut, live) = await OpenAsync();
        if (live is null)
        {
            return SittingsAnswer.Of(shut!);
        }

        var (refusal, sittings) = await live.Questions.SittingsAsync(Me.Person, asked.Before, asked.Max, Context.ConnectionAborted);
        return refusal is null ? new(true, sittings, null) : SittingsAnswer.Of(refusal);
    }

    public async Task<SearchAnswer> Search(JsonElement ask)
    {
        if (Asked.Read<SearchAsked>(ask) is not { } asked)
        {
            return SearchAnswer.Of(Refusal.Invalid);
        }

        var (shut, live) = await OpenAsync();
        if (live is null)
        {
            return SearchAnswer.Of(shut!);
        }

        var (refusal, found) = await live.Questions.SearchAsync(Me.Person, asked.Text, asked.From, Context.ConnectionAborted);
        return refusal is null ? new(true, found!.Events, found.Next, null) : SearchAnswer.Of(refusal);
    }

    public async Task Typing(string sitting)
    {
        if (Guid.TryParseExact(sitting, "N", out var circle) && await OpenAsync() is (null, { } live))
        {
            live.Typing(Me.Person, new CircleId(circle));
        }
    }

    /// <summary>A connection has its seat from the beginning: who is removed before he says hello is cut like all others (PE4).</summary>
    public override async Task OnConnectedAsync()
    {
        if (await SessionAsync() is { } live && attendance.SeatOf(Context, Me, live, seats, clock) is null)
        {
            _ = CutAsync(Context);
        }

        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        // first: a call that outlives its connection takes no seat that nobody would give back
        seats.Forget(Context.ConnectionId);
        attendance.Left(Context);
        return base.OnDisconnectedAsync(exception);
    }

    // A connection too many may ask why, and then goes: a person cannot fill the server with lines that say nothing (OP3).
    private async Task CutAsync(HubCallerContext call)
    {
        await Task.Delay(Patience, clock, CancellationToken.None);
        if (attendance.HasNoSeat(call))
        {
            call.Abort();
        }
    }

    private Participant Me => Participants.Of(Context.User!);

    private Task<LiveSession?> SessionAsync() => house.FindAsync(Me.Session);

    private Task<(Refusal? Shut, LiveSession? Live)> OpenAsync() => SessionApi.OpenAsync(house, Me);

    private static WelcomeAnswer Unwelcome(Refusal refusal) => new(false, null, null, null, null, RefusalShown.Of(refusal));
}

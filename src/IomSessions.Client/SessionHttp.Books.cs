using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>What has been and what is, for a program that does not stay connected.</summary>
public sealed partial class SessionHttp
{
    public Task<Me> MeAsync(string session, CancellationToken stop = default) => TellAsync<Me>(session, "/me", stop);

    /// <summary>What the session is called and what it is in.</summary>
    public Task<SessionSheet> SessionAsync(string session, CancellationToken stop = default) => TellAsync<SessionSheet>(session, "", stop);

    /// <summary>Parties and people, as far as one may know of them.</summary>
    public Task<PeopleSheet> PeopleAsync(string session, CancellationToken stop = default) => TellAsync<PeopleSheet>(session, "/people", stop);

    public Task<ProtocolSheet> ProtocolAsync(string session, CancellationToken stop = default) =>
        TellAsync<ProtocolSheet>(session, "/protocol", stop);

    /// <summary>The open circles that one reads, each with its head.</summary>
    public Task<IReadOnlyList<CircleRow>> CirclesAsync(string session, CancellationToken stop = default) =>
        TellAsync<IReadOnlyList<CircleRow>>(session, "/circles", stop);

    /// <summary>The newest events of a circle before an offset, in order.</summary>
    /// <param name="before">Null: the newest.</param>
    /// <param name="max">1 to 200.</param>
    public Task<EventsPage> EventsAsync(string session, string circle, long? before = null, int max = 50, CancellationToken stop = default) =>
        TellAsync<EventsPage>(session, $"/circles/{Uri.EscapeDataString(circle)}/events?max={max}" + (before is null ? "" : $"&before={before}"), stop);

    /// <summary>The sittings that ended for oneself, the newest first.</summary>
    /// <param name="before">A sitting: those that opened before it.</param>
    /// <param name="max">1 to 200.</param>
    public async Task<IReadOnlyList<EarlierSitting>> SittingsAsync(
        string session, string? before = null, int max = 50, CancellationToken stop = default) =>
        (await TellAsync<SittingsPage>(
            session, $"/sittings?max={max}" + (before is null ? "" : $"&before={Uri.EscapeDataString(before)}"), stop)).Sittings;

    /// <summary>When the session meets, the earliest first.</summary>
    public Task<IReadOnlyList<MeetingRow>> MeetingsAsync(string session, CancellationToken stop = default) =>
        TellAsync<IReadOnlyList<MeetingRow>>(session, "/meetings", stop);

    /// <summary>A meeting as an entry for a calendar (RFC 5545).</summary>
    public async Task<string> CalendarEntryAsync(string session, string meeting, CancellationToken stop = default)
    {
        using var answer = await ExchangeAsync(HttpMethod.Get, $"{PathOf(session)}/meetings/{Uri.EscapeDataString(meeting)}.ics", null, stop);
        return await answer.Content.ReadAsStringAsync(stop);
    }

    private Task<T> TellAsync<T>(string session, string what, CancellationToken stop) =>
        AskAsync<T>(HttpMethod.Get, PathOf(session) + what, null, stop);

    private sealed record SittingsPage(IReadOnlyList<EarlierSitting> Sittings);
}

using System.Runtime.CompilerServices;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// All that one participant may read, as it stands at one moment, to be taken away (ST4, SI4). By the one rule of access, asked again for every
/// page: whoever is shut out meanwhile gets no more of it. Work and order depend on his own circles alone.
/// </summary>
public sealed class OwnRecord
{
    private const int Page = 200;

    private readonly Ledger _ledger;
    private readonly Func<bool> _isOpen;
    private readonly ILookup<CircleId, CircleId> _late;

    private OwnRecord(Ledger ledger, Applied now, Session state, PersonId person, Func<bool> isOpen)
    {
        (_ledger, _isOpen, Person, Card) = (ledger, isOpen, state.People[person], state.Card);
        var mine = now.Heads.Where(head => Access.MayRead(person, head.Key, state)).OrderBy(head => head.Value.Opened).ToList();
        _late = mine.Select(head => (head.Key, state.Circles[head.Key].About))
            .Where(one => one.About is not null)
            .ToLookup(one => one.About!.Value.Sitting, one => one.Key);
        Circles = [.. mine.Where(head => state.Circles[head.Key].About is null)
            .Select(head => new RecordedCircle(head.Key, state.Circles[head.Key].Kind, head.Value.Offset))];
    }

    /// <summary>Whose it is.</summary>
    public Person Person { get; }

    public SessionCard Card { get; }

    /// <summary>In the order in which they began; the hall first, which tells everybody's name.</summary>
    public IReadOnlyList<RecordedCircle> Circles { get; }

    /// <returns>Null: he is not admitted, and has no record to take.</returns>
    internal static OwnRecord? Open(Ledger ledger, PersonId person, Func<bool> isOpen)
    {
        var now = ledger.Now;
        return now.State is { } state && IsAdmitted(state, person) && isOpen() ? new(ledger, now, state, person, isOpen) : null;
    }

    /// <summary>What was told in a circle, in order, page by page.</summary>
    /// <exception cref="WithheldException">It is his no more.</exception>
    public async IAsyncEnumerable<IReadOnlyList<Recorded>> PagesAsync(RecordedCircle circle, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var after = 0L; after < circle.Events;)
        {
            Check(circle.Circle);
            var events = await _ledger.ReadPageAsync(circle.Circle, after, (int)Math.Min(Page, circle.Events - after), stop);
            Check(circle.Circle);
            yield return events;
            after = events.Count > 0 ? events[^1].Offset : throw new InvalidOperationException("The log is shorter than its head says.");
        }
    }

    /// <summary>What was rendered after a sitting had ended, in the order of the log.</summary>
    /// <exception cref="WithheldException">It is his no more.</exception>
    public async IAsyncEnumerable<Recorded> LaterAsync(RecordedCircle circle, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var late in _late[circle.Circle])
        {
            Check(late);
            var events = await _ledger.ReadCircleAsync(late, 0, 1, stop);
            Check(late);
            yield return events[0];
        }
    }

    private static bool IsAdmitted(Session state, PersonId person) =>
        state.People.TryGetValue(person, out var who) && who.Status == PersonStatus.Admitted;

    private void Check(CircleId circle)
    {
        if (!_isOpen() || _ledger.Now.State is not { } state || !IsAdmitted(state, Person.Id) || !Access.MayRead(Person.Id, circle, state))
        {
            throw new WithheldException();
        }
    }
}

/// <summary>A circle in a record.</summary>
/// <param name="Events">How many events it had when the record was begun.</param>
public sealed record RecordedCircle(CircleId Circle, CircleKind Kind, long Events);

/// <summary>What was being read is the reader's no more.</summary>
public sealed class WithheldException : IOException;

using System.Collections.Immutable;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// The process journal of one's own record (ST4): made of what its reader was told, free of content. What is taken over is named act by act;
/// of any other act it holds only how often a circle was told it.
/// </summary>
public sealed class Journal
{
    private readonly List<JournalEntry> _entries = [];
    private readonly HashSet<CircleId> _met = [];
    private readonly List<CircleId> _order = [];
    private readonly Dictionary<CircleId, (CircleKind Kind, Dictionary<string, int> Acts)> _told = [];

    /// <summary>In the order of the log.</summary>
    public IReadOnlyList<JournalEntry> Entries => [.. _entries.OrderBy(entry => entry.Version)];

    /// <summary>Which circle was told what kind of act, and how often.</summary>
    public IReadOnlyList<JournalTold> Told =>
        [.. _order.Select(circle => new JournalTold(circle, _told[circle].Kind, _told[circle].Acts.ToImmutableSortedDictionary(StringComparer.Ordinal)))];

    public void Add(CircleKind kind, Recorded one)
    {
        var act = EventNames.ByType[one.Event.Body.GetType()];
        if (!_told.TryGetValue(one.Circle, out var told))
        {
            _order.Add(one.Circle);
            _told[one.Circle] = told = (kind, []);
        }

        told.Acts[act] = told.Acts.GetValueOrDefault(act) + 1;
        var blank = new JournalEntry(DateTimeOffset.FromUnixTimeMilliseconds(one.AtMs), one.Circle, act) { Version = one.Version };
        if (one.Event.Body is SittingOpened or FloorChanged)
        {
            _entries.AddRange(Meetings(one, blank));
        }
        else if (Of(one.Event.Body, blank) is { } entry)
        {
            _entries.Add(entry);
        }
    }

    // who met: by one's own sitting, and for the mediators by their floor; each sitting once, whichever is read first
    private IEnumerable<JournalEntry> Meetings(Recorded one, JournalEntry blank) => one.Event.Body switch
    {
        SittingOpened met when _met.Add(one.Circle) => [Met(blank, one.Circle, met.Kind, met.People)],
        FloorChanged floor => floor.Rooms.Where(room => room.Sitting is { } sitting && _met.Add(sitting))
            .Select(room => Met(blank, room.Sitting!.Value, room.Kind, room.People)),
        _ => [],
    };

    private static JournalEntry Met(JournalEntry blank, CircleId sitting, RoomKind room, Company people) =>
        blank with { Sitting = sitting, Room = room, People = [.. people] };

    private static JournalEntry? Of(EventBody body, JournalEntry blank) => body switch
    {
        SessionPrepared or MediatorsAbsent or MediatorsBack => blank,
        PhaseChanged changed => blank with { Phase = changed.Phase, Outcome = changed.Outcome },
        ProtocolProposed proposed => blank with { Number = proposed.Number },
        ProtocolAccepted accepted => blank with { Number = accepted.Number, Parties = [accepted.Party] },
        PartyAdded added => blank with { Parties = [added.Party] },
        PersonAnnounced announced => blank with { People = [announced.Person], Parties = Of(announced.Party) },
        MediatorProposed proposed => blank with { People = [proposed.Person] },
        MediatorConsented consented => blank with { People = [consented.Mediator], Parties = [consented.Party] },
        UndertakingGiven given => blank with { People = [given.Person] },
        PersonAdmitted admitted => blank with { People = [admitted.Person] },
        PersonSuspended suspended => blank with { People = [suspended.Person] },
        PersonRemoved removed => blank with { People = [removed.Person] },
        PersonLeft left => blank with { People = [left.Person] },
        AuthoritiesSet set => blank with { People = [set.Person] },
        InterpreterAssigned assigned => blank with { People = [assigned.Interpreter, .. assigned.People], Parties = Of(assigned.Party) },
        CompanionAnnounced companion => blank with { People = [companion.With] },
        BenchOpened bench => blank with { Number = bench.Number, People = [.. bench.Mediators] },
        WentHome home => blank with { People = [.. home.People] },
        CaucusBegan began => blank with { Parties = began.Parties },
        CaucusEnded ended => blank with { Parties = ended.Parties },
        CaucusesHeld held => blank with { Parties = [.. held.Caucuses.SelectMany(parties => parties).Distinct()] },
        BriefingOpened opened => blank with { People = [opened.By] },
        BriefingMade made => blank with { People = [made.By, made.Person] },
        Released released => blank with { Parties = [released.Source] },
        StatementWritten written => blank with { Number = written.Version, People = [written.By, .. written.Authors], Parties = written.Names },
        ClearancesChanged changed => blank with
        {
            Number = changed.Version,
            People = [.. changed.Cleared.Select(one => one.Person).OfType<PersonId>().Distinct()],
            Parties = [.. changed.Cleared.Select(one => one.Party).OfType<PartyId>().Distinct()],
        },
        SettlementPut put => blank with { Parties = put.Parties },
        SettlementSigned signed => blank with { People = [signed.By], Parties = [signed.Party] },
        SettlementVoided voided => blank with { People = [voided.By], Parties = voided.SignedBy },
        SettlementConcluded concluded => blank with { Parties = concluded.Parties },
        SettlementAttested attested => blank with { People = [attested.By] },
        ResultStated stated => blank with { Parties = [.. stated.Approvals.Select(one => one.Party)] },
        ResultVoided or IssueSet or IssueStatusSet or PositionWithdrawn => blank,
        AgreementsChanged changed => blank with { Parties = [.. changed.Agreements.Select(one => one.Party)] },
        ProposalOffered offered => blank with { Parties = offered.Parties },
        OfferEnded or ProposalMade or ProposalEnded => blank,
        PartyProposalHeld held => blank with { Parties = [held.Party, .. held.Parties] },
        PartyProposalConveyed conveyed => blank with { Parties = [conveyed.Party] },
        PartyProposalAnswered answered => blank with { People = [answered.By] },
        ProposalStandingChanged changed => blank with { Parties = [changed.Party] },
        PositionRaised raised => blank with { Parties = raised.Parties },
        PositionShown shown => blank with { Parties = [shown.Party] },
        StatementScheduled or StatementHeld or StatementDropped or StatementPublished or ItemPublished => blank,
        ReleaseMade made => blank with { People = [made.By, .. made.People], Parties = [made.Source, .. made.Parties], Bench = made.Bench },
        _ => null,
    };

    private static ImmutableArray<PartyId> Of(PartyId? party) => party is { } one ? [one] : [];
}

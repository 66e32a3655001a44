using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>The way of a proposal from one party to another: written, handed to the mediators, authorised, conveyed (PR1, PR2).</summary>
internal static class Conveying
{
    public static Decision Decide(Session state, WritePartyProposal ask, Person by, Command command)
    {
        if (MayWrite(state, by) is { } refusal)
        {
            return refusal;
        }

        if (ask.From is { } from && (Tabling.OfParty(state, from, by, command, out var taken) ?? Tabling.Seen(taken, ask.Text)) is { } other)
        {
            return other;
        }

        var party = by.Party!.Value;
        if (ask.Proposal.Value == Guid.Empty || state.PartyProposals.ContainsKey(ask.Proposal) || state.MediatorsProposals.ContainsKey(ask.Proposal)
            || !Words.IsName(ask.Title) || !IssueValues.AreList(ask.Values) || !IssueValues.Fit(state, ask.Values) || !ConditionalMoves.Fits(state, party, ask))
        {
            return Refusal.Invalid;
        }

        return Words.Check(ask.Text, ask.Language, alone: ask.Values.IsEmpty) is { } unfit ? unfit
            : ask.Instead is { } instead && !MayStandFor(state, party, instead) ? Refusal.NotFound
            : state.PartyProposals.Values.Count(one => one.Party == party) >= Limits.ProposalsPerParty ? Refusal.TooMany
            : new List<Event>
            {
                new(state.Parties[party].Circle, new PartyProposalWritten(
                    ask.Proposal, by.Id, ask.Title, ask.Text, ask.Language, ask.Values, ask.Instead, ask.If)),
            };
    }

    public static Decision Decide(Session state, HandPartyProposal ask, Person by, DateTimeOffset now)
    {
        if (Own(state, ask.Proposal, by) is not { } own)
        {
            return Refusal.NotFound;
        }

        if (Refused(state, by, Authority.Submit) is { } refusal)
        {
            return refusal;
        }

        var parties = ask.Parties.InOrder();
        if (own.Bench == state.Bench || (own.Bench is not null && !own.IsPending))
        {
            return Refusal.AlreadyDone;
        }

        if (parties.IsEmpty || parties.Length > Limits.Parties || parties.Contains(own.Party) || !ConditionalMoves.IsFor(state, own, parties)
            || (ask.Expires is { } at && !Proposing.IsDeadline(at, now))
            || (own.Bench is not null && (!own.Standing.Keys.ToHashSet().SetEquals(parties) || ask.Openly != own.Openly || ask.Expires != own.Expires)))
        {
            return Refusal.Invalid;
        }

        if (!parties.All(party => state.Parties.ContainsKey(party) && !state.HasWithdrawn(party)))
        {
            return Refusal.NotFound;
        }

        var held = new PartyProposalHeld(
            own.Id, own.Party, own.Title, own.Text, own.Language, own.Values, own.Instead, parties, ask.Openly, ask.Expires, own.If);
        return new List<Event>(
        [
            new(state.Parties[own.Party].Circle, held),
            new(state.Bench, held),
            // a later bench hears how far it is
            .. own.Standing.Where(one => one.Value != ProposalStanding.Held).OrderBy(one => one.Key.Value)
                .Select(one => new Event(state.Bench, new ProposalStandingChanged(own.Id, one.Key, one.Value))),
        ]);
    }

    public static Decision Decide(Session state, AuthorisePartyProposal ask, Person by) =>
        Own(state, ask.Proposal, by) is not { } own ? Refusal.NotFound
        : Refused(state, by, Authority.Convey) is { } refusal ? refusal
        : own.Bench is null || !own.Standing.ContainsValue(ProposalStanding.Held) ? Refusal.AlreadyDone
        : Told(state, own, Those(own, ProposalStanding.Held), ProposalStanding.Authorised);

    public static Decision Decide(Session state, ConveyPartyProposal ask, Person by)
    {
        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        // what was confided to an earlier bench is not there for this one (PE8)
        if (!state.PartyProposals.TryGetValue(ask.Proposal, out var one) || one.Bench != state.Bench)
        {
            return Refusal.NotFound;
        }

        if (state.Phase is not (Phase.Open or Phase.Adjourned))
        {
            return Refusal.WrongPhase;
        }

        var parties = ask.Parties.InOrder();
        if (parties.IsEmpty || !parties.All(one.Standing.ContainsKey))
        {
            return Refusal.Invalid;
        }

        if (state.HasWithdrawn(one.Party) || parties.Any(party => state.HasWithdrawn(party)))
        {
            return Refusal.NotFound;
        }

        return !parties.All(party => one.Standing[party] == ProposalStanding.Authorised) ? Refusal.NotConveyable
            : Conveyed(state, one, parties);
    }

    /// <summary>A proposal of his own party; null answers for none and not his alike (DL7).</summary>
    public static PartyProposal? Own(Session state, ProposalId id, Person by) =>
        state.PartyProposals.TryGetValue(id, out var one) && one.Party == by.Party ? one : null;

    /// <summary>A change of standing, with each of these, to all whom it concerns.</summary>
    public static List<Event> Told(Session state, PartyProposal one, IEnumerable<PartyId> parties, ProposalStanding now) => [.. parties.SelectMany(party =>
    {
        var changed = new ProposalStandingChanged(one.Id, party, now);
        return Knowing(state, one).Concat(one.Reached.Contains(party) || now == ProposalStanding.Conveyed ? [state.Parties[party].Circle] : [])
            .Select(circle => new Event(circle, changed));
    })];

    public static IEnumerable<PartyId> Those(PartyProposal one, params ProposalStanding[] standing) =>
        one.Standing.Where(pair => standing.Contains(pair.Value)).Select(pair => pair.Key).OrderBy(party => party.Value);

    /// <summary>Why somebody may not write a proposal of his party; null: he may.</summary>
    public static Refusal? MayWrite(Session state, Person by) => by.Party is null ? Refusal.NotAllowed : Refused(state, by, Authority.Submit);

    public static Refusal? Refused(Session state, Person by, Authority needed) =>
        by.Role == Role.Interpreter ? Refusal.NotAllowed
        : !by.Holds(needed) ? Refusal.NotAuthorised
        : state.Phase is not (Phase.Open or Phase.Adjourned) ? Refusal.WrongPhase
        : null;

    private static List<Event> Conveyed(Session state, PartyProposal one, ImmutableArray<PartyId> parties)
    {
        var events = new List<Event>();
        var before = one.Instead is { } id ? state.PartyProposals.GetValueOrDefault(id) : null;
        foreach (var party in parties)
        {
            // only what the recipient knows is named to him
            var known = before is not null && (before.Party == party || before.Reached.Contains(party)) ? before.Id : (ProposalId?)null;
            events.Add(new(state.Parties[party].Circle, new PartyProposalConveyed(
                one.Id, one.Party, one.Title, one.Text, one.Language, one.Values, known,
                one.Openly ? [.. one.Standing.Keys.Where(other => other != party).OrderBy(other => other.Value)] : null, one.Expires, one.If)));
            events.AddRange(Told(state, one, [party], ProposalStanding.Conveyed));
            if (before is not null && before.Party == one.Party && before.Standing.GetValueOrDefault(party) == ProposalStanding.Conveyed)
            {
                events.AddRange(Told(state, before, [party], ProposalStanding.Superseded));
            }
            else if (before is not null && before.Party == party && before.Standing.GetValueOrDefault(one.Party) == ProposalStanding.Conveyed)
            {
                events.AddRange(Told(state, before, [one.Party], ProposalStanding.Countered));
            }
        }

        return events;
    }

    // the mediators of the bench that had it, and its author; not the recipients
    private static IEnumerable<CircleId> Knowing(Session state, PartyProposal one) =>
        [state.Parties[one.Party].Circle, .. one.Bench is { } bench ? Bench.Remembering(state, bench) : []];

    // named to the mediators and perhaps to a recipient: nothing that they have not had
    private static bool MayStandFor(Session state, PartyId party, ProposalId id) =>
        state.PartyProposals.TryGetValue(id, out var one) && ((one.Party == party && one.Bench is not null) || one.Reached.Contains(party));
}

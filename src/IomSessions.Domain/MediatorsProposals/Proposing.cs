using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>What mediators do with a proposal of theirs, and what time does (PR4).</summary>
internal static class Proposing
{
    public static Decision Decide(Session state, OfferProposal ask, Person by, DateTimeOffset now)
    {
        if (Table.Refused(state, by) is { } refusal)
        {
            return refusal;
        }

        if (ask.Proposal.Value == Guid.Empty || state.MediatorsProposals.ContainsKey(ask.Proposal) || !Words.IsName(ask.Title) || ask.Parties.IsDefault
            || ask.Parties.Length > Limits.Parties || !IsDeadline(ask.Deadline, now))
        {
            return Refusal.Invalid;
        }

        var parties = ask.Parties.InOrder();
        return parties.Length < 2 ? Refusal.Invalid
            : !parties.All(party => state.Parties.ContainsKey(party) && !state.HasWithdrawn(party)) ? Refusal.NotFound
            : state.MediatorsProposals.Count >= Limits.MediatorsProposals ? Refusal.TooMany
            : Everybody(state, parties, new ProposalOffered(ask.Proposal, ask.Title, parties, ask.Deadline));
    }

    public static Decision Decide(Session state, MakeProposal ask, Person by, Command command)
    {
        if (Awaited(state, ask.Proposal, by, out var proposal) is { } refusal)
        {
            return refusal;
        }

        if (ask.From is { } from && (Tabling.OfMediators(state, proposal, from, by, command, out var taken) ?? Tabling.Seen(taken, ask.Text)) is { } other)
        {
            return other;
        }

        if (!IssueValues.AreList(ask.Values) || !IsDeadline(ask.Deadline, command.At))
        {
            return Refusal.Invalid;
        }

        return Words.Check(ask.Text, ask.Language) is { } unfit ? unfit
            : !IssueValues.Fit(state, ask.Values) ? Refusal.Invalid
            : Everybody(state, proposal.Parties, new ProposalMade(proposal.Id, ask.Text, ask.Language, ask.Values, ask.Deadline));
    }

    /// <summary>Why somebody may not make a proposal now; null: all would receive it from him.</summary>
    public static Refusal? Awaited(Session state, ProposalId id, Person by, out MediatorsProposal proposal)
    {
        proposal = null!;
        return Table.Refused(state, by) is { } refusal ? refusal
            : !state.MediatorsProposals.TryGetValue(id, out proposal!) ? Refusal.NotFound
            : proposal.Stage == ProposalStage.Made ? Refusal.AlreadyDone
            : proposal.Stage != ProposalStage.Awaited || !proposal.Gone.IsEmpty ? Refusal.NeedsConsent
            : null;
    }

    public static Decision Decide(Session state, CallOffProposal ask, Person by) =>
        !by.IsMediator ? Refusal.NotAllowed
        : !state.MediatorsProposals.TryGetValue(ask.Proposal, out var proposal) ? Refusal.NotFound
        : Everybody(state, proposal.Parties, Over(proposal, ProposalResult.CalledOff));

    public static Decision Decide(Session state, NoteProposal ask, Command command, Draw draw)
    {
        if (command.By != Command.House)
        {
            return Refusal.NotAllowed;
        }

        return state.MediatorsProposals.TryGetValue(ask.Proposal, out var proposal) && proposal.Stage != ProposalStage.Awaited
            && proposal.Deadline == ask.At && proposal.Deadline <= command.At
                ? End(state, proposal, draw)
                : new List<Event>();
    }

    /// <summary>It ends by itself: with the last yes, or at its deadline.</summary>
    public static List<Event> End(Session state, MediatorsProposal proposal, Draw draw)
    {
        var over = Over(proposal, proposal.IsAgreed ? ProposalResult.AllAgreed : ProposalResult.NotAgreed);
        var events = Everybody(state, proposal.Parties, over);
        if (over is ProposalEnded ended)
        {
            events.Add(new(state.Bench, new AnswersOpened(proposal.Id,
            [
                .. proposal.Parties.Select(party => new PartyAnswer(
                    party, !proposal.Gone.Contains(party) && proposal.Answers.TryGetValue(party, out var yes) ? yes : null)),
            ])));
            if (ended.Result == ProposalResult.AllAgreed)
            {
                events.AddRange(LaidDown(state, proposal, draw));
            }
        }

        return events;
    }

    /// <summary>What a new bench has to be told: what lies before the parties. Not what they answered.</summary>
    public static IEnumerable<EventBody> Standing(Session state) =>
        state.MediatorsProposals.Values.OrderBy(one => one.Id.Value).SelectMany(one => (IEnumerable<EventBody>)
        [
            new ProposalOffered(one.Id, one.Title, one.Parties, one.Deadline),
            .. one.Stage == ProposalStage.Offered ? (EventBody[])[] : [new OfferEnded(one.Id, ProposalResult.AllAgreed)],
            .. one.Stage != ProposalStage.Made ? (EventBody[])[] : [new ProposalMade(one.Id, one.Text, one.Language, one.Values, one.Deadline)],
        ]);

    /// <summary>To the mediators, and to each party by itself.</summary>
    public static List<Event> Everybody(Session state, ImmutableArray<PartyId> parties, EventBody told) =>
        [new(state.Bench, told), .. parties.Select(party => new Event(state.Parties[party].Circle, told))];

    private static EventBody Over(MediatorsProposal proposal, ProposalResult result) => proposal.Stage == ProposalStage.Offered
        ? new OfferEnded(proposal.Id, result)
        : new ProposalEnded(proposal.Id, result);

    // What everybody at the table has said yes to is agreed there; if others sit there, they are told by those who agreed, when they like.
    private static List<Event> LaidDown(Session state, MediatorsProposal proposal, Draw draw)
    {
        var (now, events) = (state, new List<Event>());
        foreach (var (id, value) in state.TakingPart.All(proposal.Parties.Contains) ? proposal.Values : [])
        {
            var issue = now.Issues[id];
            if (issue.Status is IssueStatus.Agreed or IssueStatus.Deferred || !issue.Parties.All(proposal.Parties.Contains))
            {
                continue;
            }

            var agreed = issue with { Agreements = issue.Parties.ToImmutableDictionary(party => party, _ => value) };
            var told = Agreement.Settle(now, draw, id, Agreement.Of(agreed));
            (now, events) = (Evolution.Apply(now, told), [.. events, .. told]);
        }

        return events;
    }

    /// <summary>A whole second, at most <see cref="Limits.ProposalAhead"/> ahead.</summary>
    public static bool IsDeadline(DateTimeOffset at, DateTimeOffset now) =>
        at > now && at <= now + Limits.ProposalAhead && at.Ticks % TimeSpan.TicksPerSecond == 0;
}

using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Demo;

/// <summary>Issues, positions and proposals of the demonstration.</summary>
internal sealed class DemoBargaining(DemoCast cast)
{
    private readonly Dictionary<string, string> _issues = [];
    private readonly Dictionary<string, MakeProposal> _proposals = [];
    private readonly Dictionary<(string Party, string Issue), long> _raised = [];

    public Task PutAsync(DemoActor by, IssueAct act, CancellationToken stop)
    {
        var issue = _issues[act.Issue] = NewId.Next();
        return by.DoAsync(new PutIssue(issue, act.Title, act.Kind, [], [.. cast.Parties.Values], _issues.Count, act.Unit, act.Package), stop);
    }

    public Task SetAsync(DemoActor by, StatusAct act, CancellationToken stop) => by.DoAsync(new SetIssueStatus(_issues[act.Issue], act.Status), stop);

    public Task AgreeAsync(DemoActor by, AgreeAct act, CancellationToken stop) => by.DoAsync(new AgreeToIssue(_issues[act.Issue], act.Value), stop);

    /// <summary>What is raised is held for ten seconds, as in any session: visitors may see it arrive.</summary>
    public async Task TakeAsync(DemoActor by, PositionAct act, CancellationToken stop)
    {
        var position = NewId.Next();
        await by.DoAsync(new TakePosition(position, _issues[act.Issue], act.Kind, act.Value), stop);
        if (act.Level == PositionLevel.Private)
        {
            return;
        }

        // two of one party on one issue: the second is to reach the others after the first, and the server counts whole seconds
        var clock = TimeProvider.System;
        if (_raised.TryGetValue((by.Card.Party!, act.Issue), out var last) && clock.GetElapsedTime(last) is var gone && gone < TimeSpan.FromSeconds(1))
        {
            await Task.Delay(TimeSpan.FromSeconds(1) - gone, clock, stop);
        }

        await by.DoAsync(new RaisePosition(position, act.Level, [.. (act.Parties ?? []).Select(key => cast.Parties[key])]), stop);
        _raised[(by.Card.Party!, act.Issue)] = clock.GetTimestamp();
    }

    public async Task OfferAsync(DemoActor by, OfferAct act, CancellationToken stop)
    {
        var proposal = NewId.Next();
        _proposals[act.Proposal] = new(proposal, "", "", [], default);
        await by.DoAsync(new OfferProposal(proposal, act.Title, [.. cast.Parties.Values], DemoPlayer.In(act.Minutes)), stop);
        foreach (var head in cast.Actors.Values.Where(actor => actor.Card.Role == Role.Head))
        {
            await head.DoAsync(new AnswerOffer(proposal, true), stop);
        }
    }

    public Task MakeAsync(DemoActor by, ProposeAct act, string language, CancellationToken stop)
    {
        var made = _proposals[act.Proposal] = _proposals[act.Proposal] with
        {
            Text = act.Text, Language = language, Values = [.. act.Values.Select(one => new ProposedValue(_issues[one.Key], one.Value))],
            Deadline = DemoPlayer.In(act.Minutes),
        };
        return by.DoAsync(made, stop);
    }

    public Task AnswerAsync(DemoActor by, AnswerAct act, CancellationToken stop) =>
        by.DoAsync(new AnswerProposal(_proposals[act.Proposal].Proposal, _proposals[act.Proposal].Digest(), act.Yes), stop);
}

using IomSessions.Wire;

namespace IomSessions.Server.Demo;

/// <summary>Follows on paper what is done with issues and proposals.</summary>
internal sealed class DemoTable(HashSet<string> parties)
{
    private readonly HashSet<string> _issues = [];
    private readonly Dictionary<string, bool> _proposals = [];

    /// <summary>What is wrong with an act, or null.</summary>
    public string? Play(DemoAct act, DemoPerson by) => act switch
    {
        IssueAct issue => _issues.Add(issue.Issue) ? null : $"{issue.Issue} is there already",
        StatusAct status => Unknown(status.Issue),
        PositionAct or AgreeAct or AnswerAct when by.Role != Role.Head => $"{act.By} is no head",
        PositionAct position => Unknown(position.Issue) ?? (position.Level == PositionLevel.Disclosed) switch
        {
            true when position.Parties is not { Count: > 0 } named || named.Contains(by.Party) || !named.All(parties.Contains) => $"{act.By} discloses to nobody",
            false when position.Parties is { Count: > 0 } => $"{act.By} names parties and does not disclose",
            _ => null,
        },
        AgreeAct agree => Unknown(agree.Issue),
        OfferAct offer => _proposals.TryAdd(offer.Proposal, false) ? null : $"{offer.Proposal} is there already",
        ProposeAct propose when _proposals.GetValueOrDefault(propose.Proposal, true) => $"{propose.Proposal} is not waited for",
        ProposeAct propose => propose.Values.Keys.Select(Unknown).FirstOrDefault(fault => fault is not null) ?? Made(propose.Proposal),
        AnswerAct answer => _proposals.GetValueOrDefault(answer.Proposal) ? null : $"{answer.Proposal} lies before nobody",
        _ => null,
    };

    private string? Unknown(string issue) => _issues.Contains(issue) ? null : $"{issue} is no issue";

    private string? Made(string proposal)
    {
        _proposals[proposal] = true;
        return null;
    }
}

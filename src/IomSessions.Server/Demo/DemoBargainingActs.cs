using IomSessions.Wire;

namespace IomSessions.Server.Demo;

/// <summary>An issue of all parties is put on the agenda, after those that are there.</summary>
/// <param name="Issue">Under what name later acts speak of it.</param>
public sealed record IssueAct(string By, string Issue, string Title, IssueKind Kind = IssueKind.Text, string? Unit = null, string? Package = null) : DemoAct(By);

public sealed record StatusAct(string By, string Issue, IssueStatus Status) : DemoAct(By);

/// <summary>A party puts something down, and raises it.</summary>
/// <param name="Level">How far it is raised; private: it is kept.</param>
/// <param name="Parties">Of a disclosed one: to whom.</param>
public sealed record PositionAct(
    string By, string Issue, string Value, PositionLevel Level, PositionKind Kind = PositionKind.Position, IReadOnlyList<string>? Parties = null) : DemoAct(By);

public sealed record AgreeAct(string By, string Issue, string Value) : DemoAct(By);

/// <summary>The mediators ask all parties whether they would receive a proposal, and for the demonstration all would.</summary>
/// <param name="Proposal">Under what name later acts speak of it.</param>
/// <param name="Minutes">How long answers are taken, from the moment it is played.</param>
public sealed record OfferAct(string By, string Proposal, string Title, int Minutes) : DemoAct(By);

/// <summary>It is made: a text, and a value for each issue that it names.</summary>
public sealed record ProposeAct(string By, string Proposal, string Text, IReadOnlyDictionary<string, string> Values, int Minutes) : DemoAct(By);

public sealed record AnswerAct(string By, string Proposal, bool Yes) : DemoAct(By);

/// <summary>A text that only mediators write, as it is then; frozen as its next version.</summary>
/// <param name="Draft">Under what name later acts speak of it; the first opens it, for the mediators.</param>
public sealed record DraftAct(string By, string Draft, string Title, string Text) : DemoAct(By);

namespace IomSessions.Domain;

/// <summary>An exact item of the log, as it stands there. Content is no part of the state: what a command rests on comes in on it, read
/// from the log by the one rule of access, and never changes there.</summary>
/// <param name="At">When it was stored.</param>
public sealed record Quote(CircleId Circle, long Offset, DateTimeOffset At, EventBody Body);

/// <summary>What of the log a command rests on.</summary>
/// <param name="Offset">Null: all of the circle, as far as it goes.</param>
public readonly record struct Quotation(CircleId Circle, long? Offset);

/// <summary>Which items are to be quoted to a command, and what was quoted.</summary>
public static class Quoting
{
    /// <summary>What is to be read for this command, if its sender may read it; what he may not read is left out, as if it were not there.</summary>
    public static IEnumerable<Quotation> Of(Session state, PersonId by, CommandBody body) =>
        Named(state, by, body).Where(one => Access.MayRead(by, one.Circle, state));

    /// <summary>The item quoted, or null: it is not there, or not his.</summary>
    internal static Quote? Quoted(this Command command, CircleId circle, long offset) =>
        command.Quotes.FirstOrDefault(quote => quote.Circle == circle && quote.Offset == offset);

    // what is not over is not whole yet; what was rendered later belongs to it
    private static IEnumerable<Quotation> WholeOf(Session state, CircleId sitting) =>
        state.Circles.GetValueOrDefault(sitting) is not { Kind: CircleKind.Sitting, Ended: true } ? []
        : [
            new(sitting, null),
            .. state.Circles.Where(one => one.Value.About?.Sitting == sitting).OrderBy(one => one.Key.Value).Select(one => new Quotation(one.Key, null)),
        ];

    // its number and hash stand before its text
    private static Quotation[] Version(TabledVersion from) => [new(from.Circle, from.Offset - 1), new(from.Circle, from.Offset)];

    private static IEnumerable<Quotation> Named(Session state, PersonId by, CommandBody body) => body switch
    {
        Say { ReplyTo: { } offset } ask => [new(ask.Sitting, offset)],
        SayInDelegation { ReplyTo: { } offset } when state.People.GetValueOrDefault(by)?.Party is { } party =>
            [new(state.Parties[party].Circle, offset)],
        SayOnBench { ReplyTo: { } offset } ask => [new(ask.Bench, offset)],
        Render ask => [new(ask.Sitting, ask.Offset)],
        Release ask => [new(ask.Sitting, ask.Offset)],
        TakeDraft ask => [new(ask.From, ask.Offset)],
        PutSettlement { Texts.IsDefault: false } ask => ask.Texts.Where(one => one is not null).Take(Limits.SettlementTexts).Select(one => new Quotation(one.Circle, one.Offset)),
        MakeProposal { From: { } from } => Version(from),
        WritePartyProposal { From: { } from } => Version(from),
        AnswerComment ask => [new(ask.Remarks, ask.Offset)],
        CloseComment ask => [new(ask.Remarks, ask.Offset)],
        Brief ask when state.People.GetValueOrDefault(by) is { } person && Briefings.Refused(state, ask, person) is null => WholeOf(state, ask.Sitting),
        _ => [],
    };
}

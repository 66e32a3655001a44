namespace IomSessions.Domain;

/// <summary>A frozen version of a draft that is put forward as the text of a proposal (PR6).</summary>
/// <param name="Circle">That has it.</param>
/// <param name="Offset">Of its text there.</param>
/// <param name="Hash">The one that it was frozen with.</param>
public sealed record TabledVersion(CircleId Circle, long Offset, string Hash);

/// <summary>A frozen version becomes the text of a proposal: the words, without names in brackets, and nothing that leads back (PR6). What is told of it
/// is a proposal like any other; whoever has the version sees by its salt and hash that these are its words.</summary>
internal static class Tabling
{
    /// <summary>What the proposal that a command asks for would say; null: it is refused, and the command says why.</summary>
    public static TakenText? Preview(Session state, Command command, Person by) => command.Body switch
    {
        MakeProposal { From: { } from } ask when Proposing.Awaited(state, ask.Proposal, by, out var proposal) is null
            && OfMediators(state, proposal, from, by, command, out var taken) is null => taken,
        WritePartyProposal { From: { } from } when Conveying.MayWrite(state, by) is null
            && OfParty(state, from, by, command, out var taken) is null => taken,
        _ => null,
    };

    /// <summary>The text of a proposal of the mediators. It is answered yes or no to exactly its words: none of them is left open.</summary>
    public static Refusal? OfMediators(
        Session state, MediatorsProposal proposal, TabledVersion from, Person by, Command command, out TakenText taken)
    {
        var people = Company.Of(state.Admitted.Where(one => one.IsMediator || (one.Party is { } party && proposal.Parties.Contains(party))).Select(one => one.Id));
        return Read(state, from, by, command, people, out taken, out var version) is { } unfit ? unfit
            : Taking.MayBeTold(state, by, from.Circle, version.Number, people) is { } refusal ? refusal
            : version.Brackets > 0 ? Refusal.DraftBrackets
            : Fits(taken);
    }

    /// <summary>The text of a party's proposal. For whom it is, is said when it is handed over: it may be anybody at the table.</summary>
    public static Refusal? OfParty(Session state, TabledVersion from, Person by, Command command, out TakenText taken)
    {
        var people = Table.People(state);
        return Read(state, from, by, command, people, out taken, out var version) is { } unfit ? unfit
            : Taking.MayBeProposed(state, by, from.Circle, version.Number, people) is { } refusal ? refusal
            : Fits(taken);
    }

    /// <summary>The words that were previewed are those of the version.</summary>
    public static Refusal? Seen(TakenText taken, string? words) => taken.Text == words ? null : Refusal.DraftUnconfirmed;

    private static Refusal? Fits(TakenText taken) =>
        taken.Text.Length > Limits.TextLength ? Refusal.ProposalTooLong
        : string.IsNullOrWhiteSpace(taken.Text) ? Refusal.Invalid
        : null;

    // what is not his, not frozen, or not the version that was named, is answered alike (DL7)
    private static Refusal? Read(
        Session state, TabledVersion from, Person by, Command command, Company people, out TakenText taken, out VersionFrozen version)
    {
        (taken, version) = (null!, null!);
        if (!Access.MayRead(by.Id, from.Circle, state)
            || command.Quoted(from.Circle, from.Offset) is not { Body: VersionText text }
            || command.Quoted(from.Circle, from.Offset - 1) is not { Body: VersionFrozen frozen }
            || frozen.Number != text.Number || FrozenText.HashOf(text.Text, Convert.FromHexString(frozen.Salt)) != from.Hash)
        {
            return Refusal.NotFound;
        }

        var words = Attributions.Without(text.Text, DraftKeeping.Names(state));
        version = frozen;
        taken = new(words, Brackets.In(words, []).Open, people, from.Hash);
        return null;
    }
}

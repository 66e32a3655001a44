using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>A settlement agreement is put together from what is agreed, and from nothing else (SG1, SG3).</summary>
internal static class Settling
{
    public static Decision Decide(Session state, PutSettlement ask, Person by, Command command, Draw draw)
    {
        if (Table.Refused(state, by) is { } refusal)
        {
            return refusal;
        }

        if (ask.Settlement.Value == Guid.Empty || state.Settlements.ContainsKey(ask.Settlement) || !Words.IsName(ask.Title)
            || ask.Parties.IsDefault || ask.Texts.IsDefault || ask.Issues.IsDefault || ask.Parties.Length > Limits.Parties
            || ask.Texts.Length > Limits.SettlementTexts || ask.Issues.Length > Limits.Issues || ask.Texts.Length + ask.Issues.Length == 0
            || !ask.Texts.All(one => one is not null && Words.IsLanguage(one.Language))
            || ask.Texts.DistinctBy(one => one.Language.ToUpperInvariant()).Count() != ask.Texts.Length
            || (ask.Texts.Length > 0 && !ask.Texts.Any(one => one.Authentic)))
        {
            return Refusal.Invalid;
        }

        var parties = ask.Parties.InOrder();
        if (parties.Length < 2)
        {
            return Refusal.Invalid;
        }

        if (!parties.All(state.TakingPart.Contains) || !ask.Issues.All(state.Issues.ContainsKey))
        {
            return Refusal.NotFound;
        }

        var issues = ask.Issues.Distinct().Select(id => state.Issues[id]).OrderBy(one => one.Order).ThenBy(one => one.Id.Value).ToList();
        if (!issues.TrueForAll(one => one.Status == IssueStatus.Agreed && one.Parties.All(parties.Contains)
            && Agreement.Together(state, one).All(issues.Contains)))
        {
            return Refusal.NotAgreedYet;
        }

        var texts = new List<SettlementText>();
        foreach (var one in ask.Texts)
        {
            if (Read(state, one, by, command, out var text) is { } unfit)
            {
                return unfit;
            }

            texts.Add(new(one.Language, one.Authentic, text));
        }

        if (texts.Sum(one => one.Text.Length) > Limits.SettlementLength)
        {
            return Refusal.TooLong;
        }

        if (state.Settlements.Count >= Limits.Settlements)
        {
            return Refusal.TooMany;
        }

        var put = new SettlementPut(
            ask.Settlement, ask.Title, parties, [.. texts],
            [.. issues.Select(one => new SettledValue(one.Id, one.Title, one.Unit, one.Agreements[one.Parties[0]]))],
            command.At.Second(), Convert.ToHexStringLower(draw.Salt()), "");
        return Table.Tell(state, draw, put with { Digest = Settlement.DigestOf(put) });
    }

    public static Decision Decide(Session state, VoidSettlement ask, Person by, DateTimeOffset now, Draw draw) =>
        Table.Refused(state, by) is { } refusal ? refusal
        : !state.Settlements.TryGetValue(ask.Settlement, out var one) ? Refusal.NotFound
        : one.Void ? Refusal.AlreadyDone
        : one.IsComplete ? Refusal.SettlementStands
        : Table.Tell(state, draw, Voided(one, by, now));

    /// <summary>Whether something in these issues is being signed: it is not opened before that is void.</summary>
    public static bool AreBeingSigned(Session state, IEnumerable<Issue> issues) => Of(state, issues).Any(one => one.IsBeingSigned);

    /// <summary>What nobody has signed yet goes with the issues that it rests on.</summary>
    public static IEnumerable<EventBody> Unsigned(Session state, IEnumerable<Issue> issues, Person by, DateTimeOffset now) =>
        Of(state, issues).Where(one => !one.Void && one.Signatures.IsEmpty).OrderBy(one => one.Put.Settlement.Value).Select(one => Voided(one, by, now));

    /// <summary>What a table that opens has to be told of settlements.</summary>
    public static IEnumerable<EventBody> Standing(Session state) => state.Settlements.Values.Where(one => !one.Void)
        .OrderBy(one => one.Put.At).ThenBy(one => one.Put.Settlement.Value).SelectMany(one => (IEnumerable<EventBody>)[one.Put, .. one.Signatures]);

    public static Session Take(Session state, SettlementPut told) => state.Settlements.ContainsKey(told.Settlement) ? state
        : state with { Settlements = state.Settlements.Add(told.Settlement, new(told)) };

    public static Session Edit(Session state, SettlementId id, Func<Settlement, Settlement> edit) =>
        state.Settlements.TryGetValue(id, out var one) ? state with { Settlements = state.Settlements.SetItem(id, edit(one)) } : state;

    private static SettlementVoided Voided(Settlement one, Person by, DateTimeOffset now) =>
        new(one.Put.Settlement, one.Put.Title, by.Id, [.. one.Signatures.Select(signed => signed.Party)], now.Second());

    private static IEnumerable<Settlement> Of(Session state, IEnumerable<Issue> issues)
    {
        var changed = issues.Select(one => one.Id).ToHashSet();
        return state.Settlements.Values.Where(one => one.Put.Values.Any(value => changed.Contains(value.Issue)));
    }

    // a frozen version that he has, clean, and that may be told to all at the table
    private static Refusal? Read(Session state, SettlementSource source, Person by, Command command, out string text)
    {
        text = "";
        if (!Access.MayRead(by.Id, source.Circle, state) || command.Quoted(source.Circle, source.Offset) is not { Body: VersionText version })
        {
            return Refusal.NotFound;
        }

        text = version.Text;
        return Taking.MayBeTold(state, by, source.Circle, version.Number, Table.People(state)) is { } refusal ? refusal
            : string.IsNullOrWhiteSpace(text) || !Brackets.In(text, DraftKeeping.Names(state)).IsClean ? Refusal.NotClean
            : null;
    }
}

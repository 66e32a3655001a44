namespace IomSessions.Domain;

/// <summary>A signature is a deliberate act of somebody who may, on the exact text; an attestation says that it came from mediation (SG2, SG4).</summary>
internal static class Signing
{
    public static Decision Decide(Session state, SignSettlement ask, Person by, DateTimeOffset now, Draw draw)
    {
        if (by.Party is not { } party || !state.Settlements.TryGetValue(ask.Settlement, out var one) || !one.Put.Parties.Contains(party))
        {
            return Refusal.NotFound;
        }

        if (!by.Holds(Authority.Sign))
        {
            return Refusal.NotAuthorised;
        }

        if (state.Phase is not (Phase.Open or Phase.Adjourned))
        {
            return Refusal.WrongPhase;
        }

        if (one.Void)
        {
            return Refusal.SettlementVoid;
        }

        if (one.Signatures.Any(signed => signed.Party == party))
        {
            return Refusal.AlreadyDone;
        }

        if (ask.Digest != one.Put.Digest)
        {
            return Refusal.SettlementChanged;
        }

        var at = now.Second();
        List<Event> events = Table.Tell(state, draw, new SettlementSigned(one.Put.Settlement, party, by.Id, by.Name, at));
        return one.Signatures.Count + 1 < one.Put.Parties.Length ? events
            : new List<Event>([.. events, new(state.Hall, new SettlementConcluded(one.Put.Settlement, one.Put.Digest, one.Put.Parties, at))]);
    }

    public static Decision Decide(Session state, AttestSettlement ask, Person by, DateTimeOffset now) =>
        by.Role is not (Role.Mediator or Role.Secretariat) ? Refusal.NotAllowed
        // the secretariat is told of one when all have signed
        : !state.Settlements.TryGetValue(ask.Settlement, out var one) || !one.IsComplete ? Refusal.NotFound
        : ask.Digest != one.Put.Digest ? Refusal.SettlementChanged
        : one.Attested.Contains(by.Id) ? Refusal.AlreadyDone
        : new List<Event> { new(state.Hall, new SettlementAttested(one.Put.Settlement, one.Put.Digest, by.Id, by.Name, by.Role, now.Second())) };

    public static Session Take(Session state, SettlementSigned told) => Settling.Edit(state, told.Settlement, one =>
        one.Signatures.Any(signed => signed.Party == told.Party) ? one : one with { Signatures = one.Signatures.Add(told) });
}

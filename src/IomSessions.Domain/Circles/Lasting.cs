namespace IomSessions.Domain;

/// <summary>
/// Which events somebody who comes later has to hear to know what is. The others are read back when he wants them. What is not named
/// here lasts: to hear too much harms nobody, to miss a fact does. Whatever somebody can do as often as he likes is named here, so that
/// no outline grows with it.
/// </summary>
public static class Lasting
{
    /// <summary>Told once and then history: what was said, rendered, released or copied, texts of versions, notices of caucuses, warnings of a deadline (which is
    /// told itself).</summary>
    public static bool IsHistory(EventBody body) =>
        body is Said or Rendered or Released or ReleaseMade or BriefingOpened or BriefingTold or BriefingMade or WordSent or CaucusBegan or CaucusEnded or CaucusesHeld or DeadlineNear or VersionText or ItemPublished or AnswersOpened;

    /// <summary>What an event says all there is to know of now, so that an earlier one of the same need not be heard.</summary>
    public static IEnumerable<string> Shown(EventBody body) => body switch
    {
        FloorChanged floor => floor.Rooms.Select(row => Of("room", row.Room.Value)),
        FloorBefore => ["floor before"],
        TimeCounted => ["times"],
        StatementWritten written => [Of("statement", written.Statement.Value)],
        ClearancesChanged changed => [Of("clearances", changed.Statement.Value)],
        StatementScheduled scheduled => [Of("schedule", scheduled.Statement.Value)],
        MeetingSet set => [Of("meeting", set.Meeting.Value)],
        // told in two circles: whoever hears only in one that it was set has to hear in the other that it is not held
        MeetingCancelled cancelled => [Of("meeting", cancelled.Meeting.Value)],
        ProposalOffered offered => [Of("proposal", offered.Proposal.Value)],
        OfferAnswered answered => [Of("offer answer", answered.Proposal.Value)],
        OfferEnded { Result: ProposalResult.AllAgreed } ended => [Of("offer ended", ended.Proposal.Value)],
        ProposalMade made => [Of("proposal made", made.Proposal.Value)],
        ProposalAnswered answered => [Of("proposal answer", answered.Proposal.Value)],
        // what all agreed to lasts; what came to nothing is read back
        ProposalEnded { Result: ProposalResult.AllAgreed } ended => [Of("proposal ended", ended.Proposal.Value)],
        PartyProposalWritten written => [Of("party proposal", written.Proposal.Value)],
        PartyProposalHeld held => [Of("party proposal held", held.Proposal.Value)],
        PartyProposalConveyed conveyed => [Of("party proposal conveyed", conveyed.Proposal.Value)],
        PartyProposalAnswered answered => [Of("party proposal answered", answered.Proposal.Value)],
        ProposalStandingChanged changed => [Between("standing", changed.Party, changed.Proposal.Value)],
        ResultStated => ["result"],
        SettlementPut put => [Of("settlement", put.Settlement.Value)],
        SettlementSigned signed => [Between("signature", signed.Party, signed.Settlement.Value)],
        SettlementVoided voided => [Of("void", voided.Settlement.Value)],
        IssueSet set => [Of("issue", set.Issue.Value)],
        IssueStatusSet set => [Of("issue status", set.Issue.Value)],
        AgreementsChanged changed => [Of("agreements", changed.Issue.Value)],
        RaiseHeld held => [Of("raise", held.Position.Value)],
        PositionRaised raised => [Of("raised", raised.Position.Value)],
        PositionShown shown => [Of("shown", shown.Position.Value)],
        PositionWithdrawn withdrawn => [Of("withdrawn", withdrawn.Position.Value)],
        RoomRenamed renamed => [Of("name", renamed.Room.Value)],
        ArrangementSaved saved => [Of("arrangement", saved.Arrangement.Value)],
        DeadlineSet { At: not null } deadline => [Of("deadline", deadline.Room.Value)],
        RecallAnnounced recall => [Of("recall", recall.Room.Value)],
        TurnsSet turns => [Of("turns", turns.Room.Value)],
        HandRaised { Up: true } hand => [Of("hand", hand.Person.Value)],
        FloorGiven => ["floor"],
        LinkSet => ["link"],
        Knocked knock => [OfKnock(knock.Room, knock.Mediator)],
        KnockAnswered answer => [OfKnock(answer.Room, answer.Mediator)],
        CallMade call => [Of("call", call.Call.Value)],
        CallClaimed claim => [Of("claim", claim.Call.Value)],
        WentHome home => home.People.Select(person => Of("home", person.Value)),
        InviteMade invite => [Of("invite", invite.Invite.Value)],
        InviteConfirmed confirmed => [Of("confirmed", confirmed.Invite.Value)],
        // the one who accepts may stand among others in what told that they went home
        InviteAccepted accepted => [Of("home", accepted.Person.Value)],
        _ => OfPeople(body),
    };

    /// <summary>Of what it is over, so that an earlier event of the same need not be heard; nor itself, unless it shows something.</summary>
    public static IEnumerable<string> Over(EventBody body) => body switch
    {
        ResultVoided => ["result"],
        // what it said is read back; that it was, and who had signed, lasts
        SettlementVoided voided => [Of("settlement", voided.Settlement.Value), .. voided.SignedBy.Select(party => Between("signature", party, voided.Settlement.Value))],
        ArrangementForgotten forgotten => [Of("arrangement", forgotten.Arrangement.Value)],
        RaiseRecalled recalled => [Of("raise", recalled.Position.Value)],
        PositionRaised raised => [Of("raise", raised.Position.Value)],
        OfferEnded { Result: not ProposalResult.AllAgreed } ended => OfProposal(ended.Proposal),
        ProposalEnded { Result: not ProposalResult.AllAgreed } ended => OfProposal(ended.Proposal),
        StatementHeld held => [Of("schedule", held.Statement.Value)],
        StatementDropped dropped => OfStatement(dropped.Statement),
        StatementPublished published => OfStatement(published.Statement),
        CompanionLeft left => [Of("companion", left.Companion.Value)],
        CompanionEnded ended => [Of("companion", ended.Companion.Value)],
        DeadlineSet { At: null } deadline => [Of("deadline", deadline.Room.Value)],
        RecallCalledOff recall => [Of("recall", recall.Room.Value)],
        HandRaised { Up: false } hand => [Of("hand", hand.Person.Value)],
        FloorGiven { To: { } to } => [Of("hand", to.Value)],
        CallEnded ended => [Of("call", ended.Call.Value), Of("claim", ended.Call.Value)],
        InviteAccepted accepted => OfInvite(accepted.Invite),
        InviteDeclined declined => OfInvite(declined.Invite),
        InviteLapsed lapsed => OfInvite(lapsed.Invite),
        DeviceRevoked revoked => [Of("device", revoked.Device.Value), Of("device confirmed", revoked.Device.Value)],
        ObjectionWithdrawn withdrawn => [Between("objection", withdrawn.Party, withdrawn.Person.Value)],
        _ => [],
    };

    // who takes part, and as what
    private static IEnumerable<string> OfPeople(EventBody body) => body switch
    {
        InterpreterAssigned assigned => [Of("interpreter", assigned.Interpreter.Value)],
        CompanionAnnounced announced => [Of("companion", announced.Companion.Value)],
        CompanionDeclared declared => [Of("companion", declared.Companion.Value)],
        AuthoritiesSet set => [Of("authorities", set.Person.Value)],
        PersonAnnounced announced => [Of("announced", announced.Person.Value)],
        DelegationListed => ["delegation"],
        UndertakingGiven given => [Of("standing", given.Person.Value)],
        PersonAdmitted admitted => [Of("standing", admitted.Person.Value)],
        // not the same: it also ends that he went home, of which the bench was told
        PersonSuspended suspended => [Of("suspended", suspended.Person.Value)],
        MediatorsAbsent or MediatorsBack => ["mediators"],
        DeviceOpened device => [Of("device", device.Device.Value)],
        DevicePending device => [Of("device", device.Device.Value)],
        DeviceConfirmed device => [Of("device confirmed", device.Device.Value)],
        GuestRoomsSet guest => [Of("guest", guest.Person.Value)],
        MediatorConsented consent => [Between("consent", consent.Party, consent.Mediator.Value)],
        ConsentGiven consent => [Between("consent", consent.By, consent.Person?.Value ?? consent.Party?.Value ?? default)],
        ConsentWithdrawn consent => [Between("consent", consent.By, consent.Person?.Value ?? consent.Party?.Value ?? default)],
        ObjectionMade made => [Between("objection", made.Party, made.Person.Value)],
        ObjectionDecided decided => [Between("objection", decided.Party, decided.Person.Value)],
        ObjectionReasoned reasoned => [Between("reason", reasoned.Party, reasoned.Person.Value)],
        _ => [],
    };

    private static string[] OfProposal(ProposalId id) =>
        [Of("proposal", id.Value), Of("offer answer", id.Value), Of("offer ended", id.Value), Of("proposal made", id.Value), Of("proposal answer", id.Value)];

    private static string[] OfStatement(StatementId id) => [Of("statement", id.Value), Of("clearances", id.Value), Of("schedule", id.Value)];

    private static string[] OfInvite(InviteId invite) => [Of("invite", invite.Value), Of("confirmed", invite.Value)];

    private static string OfKnock(RoomId room, PersonId mediator) => $"knock {room.Value:N} {mediator.Value:N}";

    private static string Of(string what, Guid id) => $"{what} {id:N}";

    private static string Between(string what, PartyId party, Guid other) => $"{what} {party.Value:N} {other:N}";
}

using System.Collections.Frozen;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The commands that a client can send, by their names on the wire. What the house does by itself is not among them.</summary>
public static class CommandNames
{
    public static FrozenDictionary<Type, string> ByType { get; } = new Dictionary<Type, string>
    {
        [typeof(AddParty)] = "party.add",
        [typeof(RegisterPerson)] = "person.register",
        [typeof(RecordCredentials)] = "credentials.record",
        [typeof(GrantAuthority)] = "authority.grant",
        [typeof(RevokeAuthority)] = "authority.revoke",
        [typeof(ProposeProtocol)] = "protocol.propose",
        [typeof(AcceptProtocol)] = "protocol.accept",
        [typeof(ChangePhase)] = "phase.change",
        [typeof(GiveUndertaking)] = "undertaking.give",
        [typeof(ConsentToMediator)] = "mediator.consent",
        [typeof(AdmitPeople)] = "person.admit",
        [typeof(AssignInterpreter)] = "interpreter.assign",
        [typeof(DeclareCompanion)] = "companion.declare",
        [typeof(EndCompanion)] = "companion.end",
        [typeof(SuspendPerson)] = "person.suspend",
        [typeof(RemovePerson)] = "person.remove",
        [typeof(ConfirmDevice)] = "device.confirm",
        [typeof(RevokeDevice)] = "device.revoke",
        [typeof(MakeRoom)] = "room.make",
        [typeof(RenameRoom)] = "room.rename",
        [typeof(CloseRoom)] = "room.close",
        [typeof(Arrange)] = "arrange",
        [typeof(SaveArrangement)] = "arrangement.save",
        [typeof(RenameArrangement)] = "arrangement.rename",
        [typeof(ForgetArrangement)] = "arrangement.forget",
        [typeof(GoHome)] = "home.go",
        [typeof(MakeInvite)] = "invite.make",
        [typeof(AcceptInvite)] = "invite.accept",
        [typeof(DeclineInvite)] = "invite.decline",
        [typeof(Say)] = "say",
        [typeof(SayInDelegation)] = "delegation.say",
        [typeof(SayOnBench)] = "bench.say",
        [typeof(Render)] = "render",
        [typeof(Release)] = "release",
        [typeof(SendWord)] = "word.send",
        [typeof(SetLink)] = "link.set",
        [typeof(SetDeadline)] = "deadline.set",
        [typeof(RecallRoom)] = "recall.announce",
        [typeof(CallOffRecall)] = "recall.callOff",
        [typeof(SetTurns)] = "turns.set",
        [typeof(RaiseHand)] = "hand.raise",
        [typeof(GiveFloor)] = "floor.give",
        [typeof(KnockAt)] = "knock",
        [typeof(AnswerKnock)] = "knock.answer",
        [typeof(OpenDraft)] = "draft.open",
        [typeof(SetDraftPeople)] = "draft.people",
        [typeof(FreezeDraft)] = "draft.freeze",
        [typeof(ReleaseVersion)] = "version.release",
        [typeof(TakeDraft)] = "draft.take",
        [typeof(MakeCall)] = "call.make",
        [typeof(ClaimCall)] = "call.claim",
        [typeof(EndCall)] = "call.end",
    }.ToFrozenDictionary();
}

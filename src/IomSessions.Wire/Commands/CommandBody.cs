using System.Text.Json.Serialization;

namespace IomSessions.Wire;

/// <summary>A thing that can be asked for; the cases stand beside their noun.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(AddParty), "party.add")]
[JsonDerivedType(typeof(RegisterPerson), "person.register")]
[JsonDerivedType(typeof(RecordCredentials), "credentials.record")]
[JsonDerivedType(typeof(GrantAuthority), "authority.grant")]
[JsonDerivedType(typeof(RevokeAuthority), "authority.revoke")]
[JsonDerivedType(typeof(ProposeProtocol), "protocol.propose")]
[JsonDerivedType(typeof(AcceptProtocol), "protocol.accept")]
[JsonDerivedType(typeof(ChangePhase), "phase.change")]
[JsonDerivedType(typeof(GiveUndertaking), "undertaking.give")]
[JsonDerivedType(typeof(ConsentToMediator), "mediator.consent")]
[JsonDerivedType(typeof(AdmitPeople), "person.admit")]
[JsonDerivedType(typeof(SuspendPerson), "person.suspend")]
[JsonDerivedType(typeof(RemovePerson), "person.remove")]
[JsonDerivedType(typeof(ConfirmDevice), "device.confirm")]
[JsonDerivedType(typeof(RevokeDevice), "device.revoke")]
[JsonDerivedType(typeof(MakeRoom), "room.make")]
[JsonDerivedType(typeof(RenameRoom), "room.rename")]
[JsonDerivedType(typeof(CloseRoom), "room.close")]
[JsonDerivedType(typeof(Arrange), "arrange")]
[JsonDerivedType(typeof(GoHome), "home.go")]
[JsonDerivedType(typeof(MakeInvite), "invite.make")]
[JsonDerivedType(typeof(AcceptInvite), "invite.accept")]
[JsonDerivedType(typeof(DeclineInvite), "invite.decline")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(SayInDelegation), "delegation.say")]
[JsonDerivedType(typeof(SayOnBench), "bench.say")]
[JsonDerivedType(typeof(Render), "render")]
[JsonDerivedType(typeof(Release), "release")]
[JsonDerivedType(typeof(SendWord), "word.send")]
[JsonDerivedType(typeof(SetLink), "link.set")]
[JsonDerivedType(typeof(SetDeadline), "deadline.set")]
[JsonDerivedType(typeof(SetTurns), "turns.set")]
[JsonDerivedType(typeof(RaiseHand), "hand.raise")]
[JsonDerivedType(typeof(GiveFloor), "floor.give")]
[JsonDerivedType(typeof(KnockAt), "knock")]
[JsonDerivedType(typeof(AnswerKnock), "knock.answer")]
[JsonDerivedType(typeof(MakeCall), "call.make")]
[JsonDerivedType(typeof(ClaimCall), "call.claim")]
[JsonDerivedType(typeof(EndCall), "call.end")]
public abstract record CommandBody;

/// <summary>A command of a type that this version does not know: to be refused, not to break the connection.</summary>
public sealed record UnknownCommand : CommandBody;

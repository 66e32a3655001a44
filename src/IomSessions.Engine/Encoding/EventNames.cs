using System.Collections.Frozen;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The names of events. They are the storage format and the wire: a name, once given, never changes its meaning.</summary>
public static class EventNames
{
    public static FrozenDictionary<Type, string> ByType { get; } = new Dictionary<Type, string>
    {
        [typeof(SessionPrepared)] = "session.prepared",
        [typeof(RegistryOpened)] = "registry.opened",
        [typeof(PhaseChanged)] = "phase.changed",
        [typeof(ProtocolProposed)] = "protocol.proposed",
        [typeof(ProtocolAccepted)] = "protocol.accepted",
        [typeof(PartyAdded)] = "party.added",
        [typeof(DelegationOpened)] = "delegation.opened",
        [typeof(PersonAnnounced)] = "person.announced",
        [typeof(PersonLeft)] = "person.left",
        [typeof(PersonRegistered)] = "person.registered",
        [typeof(SelfOpened)] = "self.opened",
        [typeof(MediatorProposed)] = "mediator.proposed",
        [typeof(MediatorConsented)] = "mediator.consented",
        [typeof(MediatorsAbsent)] = "mediators.absent",
        [typeof(MediatorsBack)] = "mediators.back",
        [typeof(AuthoritiesSet)] = "authorities.set",
        [typeof(InvitationIssued)] = "invitation.issued",
        [typeof(InvitationRevoked)] = "invitation.revoked",
        [typeof(InvitationRedeemed)] = "invitation.redeemed",
        [typeof(UndertakingGiven)] = "undertaking.given",
        [typeof(DelegationListed)] = "delegation.listed",
        [typeof(PersonAdmitted)] = "person.admitted",
        [typeof(PersonSuspended)] = "person.suspended",
        [typeof(PersonRemoved)] = "person.removed",
        [typeof(DeviceOpened)] = "device.opened",
        [typeof(DevicePending)] = "device.pending",
        [typeof(DeviceConfirmed)] = "device.confirmed",
        [typeof(DeviceRevoked)] = "device.revoked",
        [typeof(BenchOpened)] = "bench.opened",
        [typeof(RoomMade)] = "room.made",
        [typeof(RoomRenamed)] = "room.renamed",
        [typeof(RoomClosed)] = "room.closed",
        [typeof(FloorChanged)] = "floor.changed",
        [typeof(WentHome)] = "went.home",
        [typeof(InviteMade)] = "invite.made",
        [typeof(InviteConfirmed)] = "invite.confirmed",
        [typeof(InviteAccepted)] = "invite.accepted",
        [typeof(InviteDeclined)] = "invite.declined",
        [typeof(InviteLapsed)] = "invite.lapsed",
        [typeof(CaucusBegan)] = "caucus.began",
        [typeof(CaucusEnded)] = "caucus.ended",
        [typeof(CaucusesHeld)] = "caucuses.held",
        [typeof(SittingOpened)] = "sitting.opened",
        [typeof(Said)] = "said",
    }.ToFrozenDictionary();
}

using System.Collections.Immutable;
using System.Diagnostics;

namespace IomSessions.Domain;

/// <summary>evolve(state, event): what the log amounts to. Total: every event has its line, and a fact told to several circles counts
/// once.</summary>
public static class Evolution
{
    public static Session Apply(Session? state, IEnumerable<Event> events) => events.Aggregate(state, Apply)!;

    public static Session Apply(Session? state, Event told)
    {
        if (told.Body is SessionPrepared prepared)
        {
            var card = new SessionCard(prepared.Reference, prepared.Title, prepared.Kind, prepared.Languages);
            return new Session { Card = card, Hall = told.Circle }.With(told.Circle, new Circle(CircleKind.Hall));
        }

        var was = state ?? throw new UnreachableException("A session begins with SessionPrepared");
        return Briefings.Guard(was, told.Body switch
        {
            RegistryOpened => was.With(told.Circle, new Circle(CircleKind.Registry)) with { Registry = told.Circle },
            PhaseChanged body => was.Change(body),
            ProtocolProposed body => was with { Protocol = Agreeing.Propose(was.Protocol, body) },
            ProtocolAccepted body => was with { Protocol = Agreeing.Accept(was.Protocol, body, was.TakingPart) },
            PartyAdded body => was.Join(body),
            PartyProposed body => was with { Joining = was.Joining.SetItem(body.Party, new(body.Party, body.Name, [])) },
            PartyRetracted body => was with { Joining = was.Joining.Remove(body.Party) },
            PartyWithdrawn body => Answering.Leave(was.Leave(body), body.Party),
            ConsentGiven body => was.Consent(body),
            ConsentWithdrawn body => was.Consent(body),
            ObjectionMade body => was.Object(body.Person, body.Party, ObjectionStanding.Open),
            ObjectionDecided body => was.Object(body.Person, body.Party, ObjectionStanding.Decided),
            ObjectionWithdrawn body => was.Object(body.Person, body.Party, null),
            GuestItemsSet body => was.Edit(body.Person, p => p with
            {
                Items = body.Items, Consents = body.Items.All(p.Items.Contains) ? p.Consents : [],
            }),
            GuestRoomsSet body => was.Edit(body.Person, p => p with { GuestRooms = [.. body.Rooms] }),
            MeetingSet body => was with
            {
                Meetings = Planning.Note(was.Meetings, new(body.Meeting, body.At, body.Minutes, body.Sequence)),
            },
            MeetingCancelled body => was with
            {
                Meetings = Planning.Note(was.Meetings, was.Meetings[body.Meeting] with { Sequence = body.Sequence, Cancelled = true }),
            },
            DelegationOpened body => was.Open(told.Circle, body),
            SelfOpened body => was.Open(told.Circle, body),
            MediatorProposed body => was.Edit(body.Person, p => p with { Status = PersonStatus.AwaitingConsent }),
            MediatorConsented body => was.Edit(body.Mediator, p => p with { Consents = p.Consents.Add(body.Party) }),
            PersonAnnounced body => was.Announce(body),
            AuthoritiesSet body => was.Edit(body.Person, p => p with { Authorities = [.. body.Authorities] }),
            UndertakingGiven body => was.Edit(body.Person, p => p with { Wording = body.Text, Status = PersonStatus.Lobby }),
            PersonAdmitted body => was.Admit(body),
            PersonSuspended body => was.Away(body.Person, PersonStatus.Lobby),
            PersonRemoved body => Interpreting.Ended(was, body.Person).Away(body.Person, PersonStatus.Removed)
                .Edit(body.Person, p => p with { Companions = [], Announced = [] }),
            InterpreterAssigned body => Interpreting.Assign(was, body),
            CompanionAnnounced body => Accompanying.Announce(was, body),
            CompanionDeclared body => Accompanying.Join(was, body),
            CompanionEnded body => Accompanying.Leave(was, body),
            DeviceOpened body => was.Put(new Device(body.Device, body.Person, body.Label, DeviceStatus.Open)),
            DevicePending body => was.Put(new Device(body.Device, body.Person, body.Label, DeviceStatus.Pending)),
            DeviceConfirmed body => was.Put(was.Devices[body.Device] with { Status = DeviceStatus.Open }),
            DeviceRevoked body => was.Put(was.Devices[body.Device] with { Status = DeviceStatus.Revoked }),
            BenchOpened body => was.Open(told.Circle, body),
            RoomMade body => was.Make(body),
            RoomRenamed body => was.Put(was.Rooms[body.Room] with { Name = body.Name }),
            RoomClosed body => was.Put(was.Rooms[body.Room] with { Closed = true }),
            SittingOpened body => was.With(told.Circle, new Circle(CircleKind.Sitting)
            {
                Room = body.Room, People = body.People, InCaucus = Caucus.In(was, body.People) is not null,
                MayBeBriefed = was.Protocol.InForce.JointBriefing,
                Companions = [.. (body.Companions ?? []).Select(one => one.Id)],
            }),
            Rendered body => Rendition.Take(was, told.Circle, body),
            BriefingOpened body => Briefings.Open(was, told.Circle, body),
            BriefingMade body => Briefings.Take(was, told.Circle, body),
            FloorChanged body => was.Seat(body),
            WentHome body => body.People.Aggregate(was, (s, id) => s.Edit(id, p => p with { WentHome = true })),
            InviteMade body => was with
            {
                Invites = was.Invites.SetItem(body.Invite, new Invite(body.Invite, body.Person, body.Room, Confirmation.Nothing)),
            },
            InviteConfirmed body => was with
            {
                Invites = was.Invites.SetItem(body.Invite, was.Invites[body.Invite] with { Meets = body.Confirmed }),
            },
            InviteAccepted body => was.Edit(body.Person, p => p with { WentHome = false }).Without(body.Invite),
            InviteDeclined body => was.Without(body.Invite),
            InviteLapsed body => was.Without(body.Invite),
            MediatorsAbsent => was with { MediatorsAbsent = true },
            MediatorsBack => was with { MediatorsAbsent = false },
            CaucusBegan body => was with { CaucusesBegun = was.CaucusesBegun.Add(new(body.Parties)) },
            CaucusEnded body => was with { CaucusesBegun = was.CaucusesBegun.Remove(new(body.Parties)) },
            CaucusesHeld => was with { CaucusesToTell = [] },
            ArrangementSaved body => was with
            {
                Arrangements = was.Arrangements.SetItem(body.Arrangement, new SavedArrangement(body.Arrangement, body.Name, body.Moves)),
            },
            ArrangementForgotten body => was with { Arrangements = was.Arrangements.Remove(body.Arrangement) },
            TimeCounted body => was with { Times = body },
            CallMade body => was with
            {
                Calls = was.Calls.SetItem(body.Call, new Call(body.Call, body.Person, body.Urgency)),
            },
            CallClaimed body => was.Calls.TryGetValue(body.Call, out var call)
                ? was with { Calls = was.Calls.SetItem(body.Call, call with { ClaimedBy = body.By }) }
                : was,
            CallEnded body => was with { Calls = was.Calls.Remove(body.Call) },
            DeadlineSet body => was.Edit(body.Room, room => room.Deadline?.At == body.At
                ? room
                : room with { Deadline = body.At is { } at ? new Deadline(at, DeadlineStage.Set) : null }),
            DeadlineNear body => was.Edit(body.Room, room => room with { Deadline = new Deadline(body.At, body.Stage) }),
            RecallAnnounced body => was.Edit(body.Room, room => room with { Recall = new Recall(body.At, body.People) }),
            RecallCalledOff body => was.Edit(body.Room, room => room with { Recall = null }),
            TurnsSet body => was.Edit(body.Room, room => room.ByTurn == body.ByTurn
                ? room
                : room with { ByTurn = body.ByTurn, Speaker = null, Hands = [] }),
            HandRaised body => was.EditAt(told.Circle, room => room with
            {
                Hands = body.Up ? room.Hands.Remove(body.Person).Add(body.Person) : room.Hands.Remove(body.Person),
            }),
            FloorGiven body => was.EditAt(told.Circle, room => room with
            {
                Speaker = body.To,
                Hands = body.To is { } speaker ? room.Hands.Remove(speaker) : room.Hands,
            }),
            Knocked body => was.Edit(body.Room, room => room with { Knocks = Company.Of([.. room.Knocks, body.Mediator]) }),
            KnockAnswered body => was.Edit(body.Room, room => room with { Knocks = room.Knocks.Without(Company.Of(body.Mediator)) }),
            IssueSet body => Agenda.Take(was, body),
            IssueStatusSet body => Agenda.Edit(was, body.Issue, one => one with { Status = body.Status }),
            AgreementsChanged body => Agenda.Edit(was, body.Issue, one => one with
            {
                Agreements = body.Agreements.ToImmutableDictionary(each => each.Party, each => each.Value),
            }),
            PositionTaken body => PositionKeeping.Take(was, told.Circle, body),
            PositionShown body => PositionKeeping.Take(was, told.Circle, body),
            RaiseHeld body => PositionKeeping.Edit(was, body.Position, one => one with { Raise = new(body.At, body.Level, body.Parties) }),
            RaiseRecalled body => PositionKeeping.Edit(was, body.Position, one => one with { Raise = null }),
            PositionRaised body => PositionKeeping.Edit(was, body.Position, one => one with
            {
                Level = body.Level, Parties = [.. body.Parties], Raise = null,
            }),
            PositionWithdrawn body => PositionKeeping.Edit(was, body.Position, one => one with { Withdrawn = true }),
            ProposalOffered body => Answering.Take(was, body),
            OfferAnswered body => Answering.Take(was, told.Circle, body.Proposal, body.Yes),
            OfferEnded body => Answering.Take(was, body),
            ProposalMade body => Answering.Take(was, body),
            ProposalAnswered body => Answering.Take(was, told.Circle, body.Proposal, body.Yes),
            ProposalEnded body => was with { MediatorsProposals = was.MediatorsProposals.Remove(body.Proposal) },
            PartyProposalWritten body => ProposalEnds.Take(was, told.Circle, body),
            PartyProposalHeld body => ProposalEnds.Take(was, told.Circle, body),
            ProposalStandingChanged body => ProposalEnds.Take(was, body),
            ResultStated body => was with { Result = body },
            ResultVoided => was with { Result = null },
            SettlementPut body => Settling.Take(was, body),
            SettlementSigned body => Signing.Take(was, body),
            SettlementVoided body => Settling.Edit(was, body.Settlement, one => one with { Void = true, Put = one.Put with { Texts = [] } }),
            SettlementAttested body => Settling.Edit(was, body.Settlement, one => one with { Attested = one.Attested.Add(body.By) }),
            TableOpened body => Table.Open(was, told.Circle, body),
            StatementWritten body => Statements.Take(was, body),
            ClearancesChanged body => Clearances.Take(was, told.Circle, body),
            StatementScheduled body => Publishing.Take(was, body),
            StatementHeld body => Statements.Edit(was, body.Statement, one => one with { At = null }),
            StatementDropped body => was with { Statements = was.Statements.Remove(body.Statement) },
            StatementPublished body => was with { Statements = was.Statements.Remove(body.Statement) },
            FeedOpened => Publishing.Open(was, told.Circle),
            ItemPublished body => Publishing.Take(was, body),
            Said { Files: { } files } body => was with { Files = was.Files.AddRange(files.Select(file => Attaching.Place(told, body, file))) },
            DraftOpened body => was.Open(told.Circle, body),
            DraftEnded => was.With(told.Circle, was.Circles[told.Circle] with { Ended = true }),
            VersionFrozen body => was.Freeze(told.Circle, body),
            RemarksOpened body => Remarks.Open(was, told.Circle, body),
            WordingAgreed body => Remarks.Count(was, body),
            CommentMade body => Remarks.Count(was, told.Circle, body),
            CommentAnswered body => Answers.Take(was, told.Circle, body),
            CommentClosed body => Answers.Take(was, told.Circle, body),
            VersionMarkedClean body => was.MarkClean(told.Circle, body),
            VersionReleased body => was.Release(told.Circle, body),
            // facts that are told and change nothing here
            Said or SettlementConcluded or BriefingTold or Released or ReleaseMade or WordSent or LinkSet or ObjectionReasoned or FloorBefore or CompanionLeft or PersonRegistered or PersonLeft or DelegationListed
                or InvitationIssued or InvitationRevoked or InvitationRedeemed or VersionText or AnswersOpened or PartyProposalConveyed or PartyProposalAnswered => was,
            _ => throw new UnreachableException($"No evolution for {told.Body.GetType().Name}"),
        });
    }
}

using System.Diagnostics;

namespace IomSessions.Domain;

/// <summary>decide(state, command): a refusal, or events that each address one circle. Pure: the same input gives the same answer.</summary>
public static class Decider
{
    /// <param name="state">Null: the session does not exist yet.</param>
    public static Decision Decide(Session? state, Command command)
    {
        if (command.Body is PrepareSession prepare)
        {
            return Preparing.Decide(state, prepare, command);
        }

        if (state is null)
        {
            return Refusal.NotFound;
        }

        if (command.By == Command.House)
        {
            return TimeCounting.Follow(state, ByHouse(state, command), command.At);
        }

        if (!state.People.TryGetValue(command.By, out var by) || by.Status == PersonStatus.Removed)
        {
            return Refusal.NotFound;
        }

        return by.Status == PersonStatus.Admitted || command.Body is GiveUndertaking or ConfirmDevice or RevokeDevice
            || (by.Status == PersonStatus.Lobby && command.Body is MakeCall or EndCall or DeclareCompanion or EndCompanion)
            ? TimeCounting.Follow(state, ByParticipant(state, command, by), command.At)
            : Refusal.NotAdmitted;
    }

    private static Decision ByHouse(Session state, Command command) => command.Body switch
    {
        OpenDevice ask => Devices.Decide(state, ask, command),
        RedeemInvitation ask => Invitations.Decide(state, ask, command),
        NoteMediators ask => Absence.Decide(state, ask, command),
        NoteDeadline ask => TimeKeeping.Decide(state, ask, command),
        NoteRecall ask => Recalling.Decide(state, ask, command),
        NoteProposal ask => Proposing.Decide(state, ask, command, command.Seed.Draw()),
        NotePartyProposal ask => ProposalEnds.Decide(state, ask, command),
        NoteApproval ask => Results.Decide(state, ask, command, command.Seed.Draw()),
        NoteRaise ask => Raising.Decide(state, ask, command, command.Seed.Draw()),
        NoteStatement ask => Publishing.Decide(state, ask, command, command.Seed.Draw()),
        _ => Refusal.NotAllowed,
    };

    private static Decision ByParticipant(Session state, Command command, Person by)
    {
        var draw = command.Seed.Draw();
        if (state.HasWithdrawn(by.Party) && !Withdrawing.MayStill(command.Body))
        {
            return Refusal.PartyWithdrawn;
        }

        return command.Body switch
        {
            Say ask => Speech.Decide(state, ask, by, command),
            SayInDelegation ask => Speech.Decide(state, ask, by, command),
            SayOnBench ask => Speech.Decide(state, ask, by, command),
            Render ask => Rendition.Decide(state, ask, command, by, draw),
            Brief ask => Briefings.Decide(state, ask, command, by, draw),
            Release ask => Releasing.Decide(state, ask, command, by),
            Arrange ask => Arranging.Decide(state, ask, by, draw),
            SaveArrangement ask => Saving.Decide(state, ask, by),
            RenameArrangement ask => Saving.Decide(state, ask, by),
            ForgetArrangement ask => Saving.Decide(state, ask, by),
            GoHome ask => GoingHome.Decide(state, ask, by, draw),
            MakeInvite ask => Inviting.Decide(state, ask, by),
            AcceptInvite ask => Inviting.Decide(state, ask, by, draw),
            DeclineInvite ask => Inviting.Decide(state, ask, by),
            MakeRoom ask => RoomKeeping.Decide(state, ask, by),
            RenameRoom ask => RoomKeeping.Decide(state, ask, by),
            CloseRoom ask => RoomKeeping.Decide(state, ask, by, draw),
            AdmitPeople ask => Entry.Decide(state, ask, by, draw),
            GiveUndertaking ask => Entry.Decide(state, ask, by, draw, command.At),
            AssignInterpreter ask => Interpreting.Decide(state, ask, by),
            DeclareCompanion ask => Accompanying.Decide(state, ask, by, draw),
            EndCompanion ask => Accompanying.Decide(state, ask, by, draw),
            SuspendPerson ask => Removal.Decide(state, ask, by, draw),
            RemovePerson ask => Removal.Decide(state, ask, by, draw),
            ChangePhase ask => Phases.Decide(state, ask, by, draw),
            ProposeProtocol ask => Agreeing.Decide(state, ask, by),
            AcceptProtocol ask => Agreeing.Decide(state, ask, by),
            AddParty ask => Joining.Decide(state, ask, by, draw),
            SetMeeting ask => Planning.Decide(state, ask, by, command.At),
            CancelMeeting ask => Planning.Decide(state, ask, by, command.At),
            RegisterPerson ask => Registering.Decide(state, ask, by, draw),
            RetractParty ask => Joining.Decide(state, ask, by),
            WithdrawParty ask => Withdrawing.Decide(state, ask, by, draw),
            ConsentToMediator ask => Consenting.Decide(state, ask, by, draw),
            GiveConsent ask => Consenting.Decide(state, ask, by, draw),
            WithdrawConsent ask => Consenting.Decide(state, ask, by, draw),
            MakeObjection ask => Objecting.Decide(state, ask, by),
            WithdrawObjection ask => Objecting.Decide(state, ask, by),
            DecideObjection ask => Objecting.Decide(state, ask, by, draw),
            AdmitGuest ask => Guests.Decide(state, ask, by, draw),
            Resign ask => Removal.Decide(state, ask, by, draw),
            RecordCredentials ask => Credentials.Decide(state, ask, by),
            GrantAuthority ask => Credentials.Decide(state, ask, by),
            RevokeAuthority ask => Credentials.Decide(state, ask, by),
            ConfirmDevice ask => Devices.Decide(state, ask, by),
            RevokeDevice ask => Devices.Decide(state, ask, by),
            IssueInvitation ask => Invitations.Decide(state, ask, by),
            RevokeInvitation ask => Invitations.Decide(state, ask, by),
            MakeCall ask => Calling.Decide(state, ask, by),
            ClaimCall ask => Calling.Decide(state, ask, by),
            EndCall ask => Calling.Decide(state, ask, by),
            SetDeadline ask => TimeKeeping.Decide(state, ask, by, command.At),
            RecallRoom ask => Recalling.Decide(state, ask, by, command.At, draw),
            CallOffRecall ask => Recalling.Decide(state, ask, by),
            SetTurns ask => Turns.Decide(state, ask, by),
            RaiseHand ask => Turns.Decide(state, ask, by),
            GiveFloor ask => Turns.Decide(state, ask, by),
            SendWord ask => MediatorWord.Decide(state, ask, by),
            KnockAt ask => Knocking.Decide(state, ask, by),
            AnswerKnock ask => Knocking.Decide(state, ask, by),
            SetLink ask => Link.Decide(state, ask, by),
            OpenDraft ask => DraftKeeping.Decide(state, ask, by, draw),
            SetDraftPeople ask => DraftKeeping.Decide(state, ask, by, command, draw),
            FreezeDraft ask => DraftKeeping.Decide(state, ask, by, command, draw),
            CommentOnDraft ask => Remarks.Decide(state, ask, by, command, draw),
            AgreeWording ask => Remarks.Decide(state, ask, by, command),
            AnswerComment ask => Answers.Decide(state, ask, by, command),
            CloseComment ask => Answers.Decide(state, ask, by, command),
            MarkVersionClean ask => DraftKeeping.Decide(state, ask, by),
            ReleaseVersion ask => Taking.Decide(state, ask, by),
            TakeDraft ask => Taking.Decide(state, ask, by, command, draw),
            PutIssue ask => Agenda.Decide(state, ask, by, draw),
            EditIssue ask => Agenda.Decide(state, ask, by, draw),
            SetIssueStatus ask => Agenda.Decide(state, ask, by, command.At, draw),
            AgreeToIssue ask => Agreement.Decide(state, ask, by, draw),
            WithdrawAgreement ask => Agreement.Decide(state, ask, by, draw),
            TakePosition ask => PositionKeeping.Decide(state, ask, by),
            RaisePosition ask => Raising.Decide(state, ask, by, command.At),
            RecallRaise ask => PositionKeeping.Decide(state, ask, by),
            WithdrawPosition ask => PositionKeeping.Decide(state, ask, by),
            OfferProposal ask => Proposing.Decide(state, ask, by, command.At),
            AnswerOffer ask => Answering.Decide(state, ask, command, by, draw),
            MakeProposal ask => Proposing.Decide(state, ask, by, command),
            AnswerProposal ask => Answering.Decide(state, ask, command, by, draw),
            CallOffProposal ask => Proposing.Decide(state, ask, by),
            WritePartyProposal ask => Conveying.Decide(state, ask, by, command),
            HandPartyProposal ask => Conveying.Decide(state, ask, by, command.At),
            AuthorisePartyProposal ask => Conveying.Decide(state, ask, by),
            ConveyPartyProposal ask => Conveying.Decide(state, ask, by),
            RecallPartyProposal ask => ProposalEnds.Decide(state, ask, by),
            AnswerPartyProposal ask => ProposalEnds.Decide(state, ask, command, by, draw),
            StateResult ask => Results.Decide(state, ask, by, command.At, draw),
            SettleApproval ask => Results.Decide(state, ask, by, command.At, draw),
            PutSettlement ask => Settling.Decide(state, ask, by, command, draw),
            VoidSettlement ask => Settling.Decide(state, ask, by, command.At, draw),
            SignSettlement ask => Signing.Decide(state, ask, by, command.At, draw),
            AttestSettlement ask => Signing.Decide(state, ask, by, command.At),
            PutStatement ask => Statements.Decide(state, ask, by, draw),
            EditStatement ask => Statements.Decide(state, ask, by, draw),
            DropStatement ask => Statements.Decide(state, ask, by, draw),
            ClearStatement ask => Clearances.Decide(state, ask, by, draw),
            WithdrawClearance ask => Clearances.Decide(state, ask, by, draw),
            PublishStatement ask => Publishing.Decide(state, ask, by, command.At, draw),
            HoldStatement ask => Publishing.Decide(state, ask, by, draw),
            OpenDevice or RedeemInvitation or NoteMediators or NoteDeadline or NoteRecall or NoteStatement or NoteRaise or NoteProposal or NotePartyProposal or NoteApproval => Refusal.NotAllowed,
            _ => throw new UnreachableException($"No decision for {command.Body.GetType().Name}"),
        };
    }
}

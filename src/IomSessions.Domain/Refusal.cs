using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>
/// A command that was not carried out: nothing changed. The same refusal answers "not there" and "not yours" (DL7).
/// </summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Sentence">For a mediator to read. Never contains content.</param>
/// <param name="Retry">Whether the same command may succeed later without anybody changing it.</param>
public sealed record Refusal(string Code, string Sentence, bool Retry = false)
{
    /// <summary>What the person needs in order to decide again, or null.</summary>
    public RefusalDetail? Detail { get; init; }

    public static readonly Refusal NotFound = new("not_found", "There is no such thing here, or it is not yours to act on.");
    public static readonly Refusal NotAllowed = new("not_allowed", "Your role does not allow this.");
    public static readonly Refusal NotAuthorised = new("not_authorised", "You do not hold the authority that this needs.");
    public static readonly Refusal WrongPhase = new("wrong_phase", "The session's phase does not allow this.");
    public static readonly Refusal NotAdmitted = new("not_admitted", "You have not been admitted to the session yet.");
    public static readonly Refusal Invalid = new("invalid", "What was sent is not complete or not well formed.");
    public static readonly Refusal TooLong = new("too_long", "The text is too long to be said at once.");
    public static readonly Refusal TooMany = new("limit_reached", "No more of these can be added.");
    public static readonly Refusal FileName = new(
        "file_name", "The file's name cannot be used. Please give it a plain name with the ending of its type.");
    public static readonly Refusal FileType = new(
        "file_type", "Files of this type are not taken. Taken are PDF, Word, Excel, PowerPoint, OpenDocument, pictures and plain text.");
    public static readonly Refusal FileContent = new("file_content", "The file is empty, damaged, or not what its name says.");
    public static readonly Refusal FileTooLarge = new("file_too_large", "The file is too large. A file may have 50 MB.");
    public static readonly Refusal FileGone = new("file_gone", "One of the files is no longer here. Please attach it again.");
    public static readonly Refusal DraftStale = new(
        "draft_stale", "The text has moved on too far since this edit. It is kept; take in what has been written and send it again.", Retry: true);
    public static readonly Refusal DraftDiverged = new(
        "draft_diverged", "This edit belongs to another text than the one kept here. Your words are kept; please take the text anew.");
    public static readonly Refusal DraftEnded = new(
        "draft_ended", "The draft goes on with other people. Your words are kept; look who has it now.");
    public static readonly Refusal DraftUnconfirmed = new(
        "draft_unconfirmed", "Please look at what those people would get, and confirm exactly that.");
    public static readonly Refusal DraftBrackets = new(
        "draft_brackets", "Brackets are open in this version. It is clean when none is.");
    public static readonly Refusal ProposalTooLong = new(
        "proposal_too_long", "This version is too long for a proposal, which may have 8,000 characters. Freeze the part that is meant, as a draft of its own.");
    public static readonly Refusal DraftFull = new("draft_full", "The text would be too long. A draft may have 200,000 characters.");
    public static readonly Refusal DraftSign = new(
        "draft_sign", "This edit would leave half a character, or holds a hidden one that a draft may not have.");
    public static readonly Refusal NoSpeechHere = new("no_speech_here", "Nothing can be said in this room at present.");
    public static readonly Refusal NotInCaucus = new(
        "not_in_caucus", "Only what a delegation said in caucus is released.");
    public static readonly Refusal OthersSatThere = new(
        "others_sat_there", "Others sat there too. The protocol does not let their words be copied.");

    public static readonly Refusal SittingOpen = new("sitting_open", "This sitting is not over yet.", Retry: true);
    public static readonly Refusal NotYourTurn = new(
        "not_your_turn", "This room speaks by turn. Raise your hand; a mediator gives the floor.", Retry: true);
    public static readonly Refusal NoMediator = new(
        "no_mediator", "No mediator is connected. Joint and caucus rooms take no speech until one is back.", Retry: true);
    public static readonly Refusal SittingChanged = new(
        "sitting_changed", "Who is in the room has changed. Your text is kept; look who is there and send it again.");
    public static readonly Refusal FloorChanged = new(
        "floor_changed", "Somebody named in this move has been moved meanwhile. Nothing was changed.");
    public static readonly Refusal NeedsConfirmation = new(
        "needs_confirmation", "This brings parties together or takes somebody out of a caucus. Please confirm.");
    public static readonly Refusal WrongRoom = new("wrong_room", "This person cannot be placed in that room.");
    public static readonly Refusal WentHome = new(
        "went_home", "Somebody named in this move went home by himself. He comes back only by accepting an invitation.");
    public static readonly Refusal AlreadyDone = new("already_done", "This has been done already.");
    public static readonly Refusal InviteLapsed = new("invite_lapsed", "The invitation no longer stands.");
    public static readonly Refusal NeedsConsent = new("needs_consent", "Every party has to consent to this first.");
    public static readonly Refusal PartyWithdrawn = new(
        "party_withdrawn", "Your party has withdrawn from the mediation. It keeps its record and its own room.");

    public static readonly Refusal ObjectionOpen = new(
        "objection_open", "A party objects to somebody named. A mediator decides the objection first.");

    public static readonly Refusal StatementChanged = new(
        "statement_changed", "The text has been edited meanwhile. Please read it as it is now; clearances of the earlier text are void.");
    public static readonly Refusal FixedWords = new("fixed_words", "The words of a procedural notice are fixed. Drop it and put another.");
    public static readonly Refusal NeedsClearance = new(
        "needs_clearance", "Not everybody whose clearance it needs has cleared this exact text in every language.");
    public static readonly Refusal ExistenceSecret = new(
        "existence_secret", "The protocol keeps the existence of this session secret. Nothing can be published before the parties agree otherwise.");

    public static readonly Refusal IssueAgreed = new(
        "issue_agreed", "This has been agreed by every party to it. A mediator opens it again first.");
    public static readonly Refusal IssueDeferred = new("issue_deferred", "This issue has been put off. A mediator takes it up again first.");
    public static readonly Refusal StaysConfided = new(
        "stays_confided", "Interests, priorities, limits and alternatives go to the mediators at most.");

    public static readonly Refusal ProposalOver = new("proposal_over", "This proposal can be answered no more.");
    public static readonly Refusal ProposalChanged = new(
        "proposal_changed", "This is not the text that lies before you. Please read it as it is and answer again.");

    public static readonly Refusal ResultNotSo = new(
        "result_not_so", "That is not how the issues stand. A package counts only whole.");

    public static readonly Refusal NotAgreedYet = new(
        "not_agreed_yet", "Not every issue of this is agreed by those who are to sign, or a package would not be whole.");
    public static readonly Refusal NotClean = new(
        "not_clean", "The text has open brackets, or none has been written. Only a clean frozen version stands in a settlement.");
    public static readonly Refusal SettlementBeingSigned = new(
        "settlement_being_signed", "Parties have begun to sign a settlement that rests on this. A mediator has to void it first, with every signature.");
    public static readonly Refusal SettlementStands = new("settlement_stands", "All parties have signed this. It stands as it is.");
    public static readonly Refusal SettlementVoid = new("settlement_void", "This settlement is void. Nothing can be signed in it any more.");
    public static readonly Refusal SettlementChanged = new(
        "settlement_changed", "This is not the settlement that lies before you. Please read it as it is, whole.");

    public static readonly Refusal NotConveyable = new(
        "not_conveyable", "Its party has not authorised you to pass this on, or has taken it back, or it has been passed on already.");

    public static readonly Refusal NotReady = new("not_ready", "The session cannot be opened yet: it needs parties and a protocol.");
    public static readonly Refusal NeedsUndertaking = new(
        "needs_undertaking", "The undertaking of confidentiality has to be given first.");
}

/// <summary>What a refusal shows the person it is told to: only what that person may know.</summary>
public abstract record RefusalDetail
{
    private RefusalDetail() { }

    /// <summary>Where the person sits now.</summary>
    public sealed record PresentRoom(
        RoomId Room, string Name, RoomKind Kind, CircleId Sitting, Company People, ImmutableArray<Companion>? Companions) : RefusalDetail;

    /// <summary>What the arrangement would do.</summary>
    public sealed record Needs(Consequences Consequences) : RefusalDetail;

    /// <summary>The rooms that are not as the mediator saw them.</summary>
    public sealed record Changed(ImmutableArray<RoomOnFloor> Rooms) : RefusalDetail;
}

namespace IomSessions.Wire;

/// <summary>Every code that a refusal can carry.</summary>
public static class RefusalCodes
{
    // decided by the session's rules
    public const string NotFound = "not_found";
    public const string NotAllowed = "not_allowed";
    public const string NotAuthorised = "not_authorised";
    public const string WrongPhase = "wrong_phase";
    public const string NotAdmitted = "not_admitted";
    public const string Invalid = "invalid";
    public const string TooLong = "too_long";
    public const string LimitReached = "limit_reached";
    /// <summary>Not a name without a path that shows as what it is.</summary>
    public const string FileName = "file_name";

    /// <summary>Files of this type are not taken.</summary>
    public const string FileType = "file_type";

    /// <summary>Empty, damaged, or not what the name says.</summary>
    public const string FileContent = "file_content";

    public const string FileTooLarge = "file_too_large";

    /// <summary>Said already, uploaded too long ago, for another room, or never: upload it again.</summary>
    public const string FileGone = "file_gone";
    public const string DraftStale = "draft_stale";
    public const string DraftDiverged = "draft_diverged";
    public const string DraftEnded = "draft_ended";
    public const string DraftUnconfirmed = "draft_unconfirmed";
    public const string DraftBrackets = "draft_brackets";

    /// <summary>A frozen version with more characters than a proposal may have.</summary>
    public const string ProposalTooLong = "proposal_too_long";
    public const string DraftFull = "draft_full";
    public const string DraftSign = "draft_sign";

    public const string NoSpeechHere = "no_speech_here";
    public const string NotInCaucus = "not_in_caucus";
    public const string NotYourTurn = "not_your_turn";
    public const string NoMediator = "no_mediator";
    public const string SittingChanged = "sitting_changed";
    public const string FloorChanged = "floor_changed";
    public const string NeedsConfirmation = "needs_confirmation";
    public const string WrongRoom = "wrong_room";
    public const string WentHome = "went_home";
    public const string AlreadyDone = "already_done";
    public const string InviteLapsed = "invite_lapsed";
    public const string NeedsConsent = "needs_consent";
    public const string PartyWithdrawn = "party_withdrawn";
    public const string ObjectionOpen = "objection_open";
    public const string OthersSatThere = "others_sat_there";
    public const string SittingOpen = "sitting_open";

    /// <summary>Another version of the text stands now: what was cleared is void.</summary>
    public const string StatementChanged = "statement_changed";

    /// <summary>A procedural notice is not edited.</summary>
    public const string FixedWords = "fixed_words";

    /// <summary>Somebody has not cleared this exact text in every language.</summary>
    public const string NeedsClearance = "needs_clearance";

    /// <summary>The protocol keeps it secret that there is a session.</summary>
    public const string ExistenceSecret = "existence_secret";

    public const string NotReady = "not_ready";
    public const string NeedsUndertaking = "needs_undertaking";

    // decided at the door

    /// <summary>This device is nobody's here.</summary>
    public const string NotKnown = "not_known";

    /// <summary>This device opens nothing until it is confirmed (PE6).</summary>
    public const string DevicePending = "device_pending";

    /// <summary>There is no such link or code.</summary>
    public const string InvitationUnknown = "invitation_unknown";

    /// <summary>The link or code was used.</summary>
    public const string InvitationSpent = "invitation_spent";

    public const string InvitationExpired = "invitation_expired";

    /// <summary>The link was withdrawn, or a later one took its place.</summary>
    public const string InvitationRevoked = "invitation_revoked";

    /// <summary>Too many codes from one address. Retry.</summary>
    public const string TooManyTries = "too_many_tries";

    /// <summary>A document to be taken away is longer than can be made.</summary>
    public const string DocumentTooLong = "document_too_long";

    /// <summary>The server has no font for a sign of the document.</summary>
    public const string DocumentSign = "document_sign";

    /// <summary>The other side speaks another version of the wire.</summary>
    public const string WrongProtocol = "wrong_protocol";

    /// <summary>Every party to the issue has agreed; a mediator opens it again first.</summary>
    public const string IssueAgreed = "issue_agreed";

    /// <summary>The issue has been put off.</summary>
    public const string IssueDeferred = "issue_deferred";

    /// <summary>An interest, priority, limit or alternative goes to the mediators at most (PO3).</summary>
    public const string StaysConfided = "stays_confided";

    /// <summary>The proposal has ended, or its deadline has passed.</summary>
    public const string ProposalOver = "proposal_over";

    /// <summary>The digest is not of the text that lies before the party.</summary>
    public const string ProposalChanged = "proposal_changed";

    /// <summary>The issues do not stand as the result says.</summary>
    public const string ResultNotSo = "result_not_so";

    /// <summary>An issue of the settlement is not agreed by those who are to sign, or a package would not be whole.</summary>
    public const string NotAgreedYet = "not_agreed_yet";

    /// <summary>The text has open brackets.</summary>
    public const string NotClean = "not_clean";

    /// <summary>Parties have begun to sign a settlement that rests on it.</summary>
    public const string SettlementBeingSigned = "settlement_being_signed";

    /// <summary>All have signed.</summary>
    public const string SettlementStands = "settlement_stands";

    /// <summary>The settlement was voided.</summary>
    public const string SettlementVoid = "settlement_void";

    /// <summary>The digest is not of the settlement as it is.</summary>
    public const string SettlementChanged = "settlement_changed";

    /// <summary>A proposal that its party has not authorised the mediators to pass on, or not any more.</summary>
    public const string NotConveyable = "not_conveyable";

    /// <summary>The same id with another body (DL4).</summary>
    public const string IdReused = "id_reused";

    /// <summary>More at once than one person may send. Retry.</summary>
    public const string TooFast = "too_fast";

    /// <summary>The session has more to do than it can, or the server is about to stop. Retry.</summary>
    public const string Busy = "busy";

    /// <summary>The server ends; another, or the same, is there in a moment. Retry.</summary>
    public const string Restarting = "restarting";

    /// <summary>A fault of the server.</summary>
    public const string Failed = "failed";

    /// <summary>The server cannot take it now. Retry.</summary>
    public const string Unavailable = "unavailable";
}

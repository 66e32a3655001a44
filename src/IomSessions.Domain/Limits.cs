namespace IomSessions.Domain;

/// <summary>
/// Every bound of the product, with its reason. A limit that a participant can hit counts only his own acts or his own circle (SE3),
/// so that reaching one tells nothing about others.
/// </summary>
public static class Limits
{
    /// <summary>Parties of a session: the largest multi-party talks on record seat about a dozen.</summary>
    public const int Parties = 12;

    /// <summary>People of a session, removed ones included.</summary>
    public const int People = 500;

    /// <summary>Rooms that are open at once: more than a mediator can oversee on one screen.</summary>
    public const int Rooms = 64;

    /// <summary>Characters (UTF-16) of a name or title.</summary>
    public const int NameLength = 200;

    /// <summary>Characters (UTF-16) of one utterance: about three pages; what is longer is a paper.</summary>
    public const int TextLength = 8_000;

    /// <summary>What one interpreter renders after the sittings ended: each takes a circle of its own; a month's record.</summary>
    public const int LateRenditions = 2_000;

    /// <summary>Of these, of one message: into each language of a session, or some of them corrected.</summary>
    public const int RenditionsPerMessage = Languages;

    /// <summary>Delegations and persons named in one release: beyond a page nobody reads who receives it.</summary>
    public const int Recipients = 50;

    /// <summary>Events that one briefing may copy: some days' talk in one company.</summary>
    public const int EventsCopied = 5_000;

    /// <summary>Statements that wait for clearance at once: more nobody reads with care.</summary>
    public const int Statements = 12;

    /// <summary>Third authors of one statement.</summary>
    public const int StatementAuthors = 12;

    /// <summary>Items in the feed of one session: one a day for years.</summary>
    public const int PublicItems = 2_000;

    /// <summary>Items appear at full steps of this only, so that their time tells nothing of rooms (CL4).</summary>
    public static readonly TimeSpan PublicationStep = TimeSpan.FromMinutes(5);

    /// <summary>How far ahead a publication may be ordered.</summary>
    public static readonly TimeSpan PublicationAhead = TimeSpan.FromDays(366);

    /// <summary>Items of the agenda for which a guest is admitted: more is a participant.</summary>
    public const int GuestItems = 20;

    /// <summary>Characters (UTF-16) of the one line of a call: to be taken in at a glance.</summary>
    public const int LineLength = 300;

    /// <summary>Bytes of one file: a scanned treaty of some hundred pages.</summary>
    public const long FileBytes = 50 * 1024 * 1024;

    /// <summary>Files of one utterance: more is an archive, not an annex.</summary>
    public const int FilesPerUtterance = 10;

    /// <summary>Files of one person in a session, and their bytes together; those that he has not said yet count.</summary>
    public const int FilesPerPerson = 500;

    /// <inheritdoc cref="FilesPerPerson"/>
    public const long FileBytesPerPerson = 2L * 1024 * 1024 * 1024;

    /// <summary>Files of one person that are taken in and not said: two utterances full.</summary>
    public const int FilesWaiting = 2 * FilesPerUtterance;

    /// <summary>How long a file waits to be said: a draft left overnight can still be sent in the morning.</summary>
    public static readonly TimeSpan FileWaits = TimeSpan.FromHours(24);

    /// <summary>Uploads of one person at the same time, over all his devices.</summary>
    public const int UploadsAtOnce = 3;

    /// <summary>Downloads of one person at the same time, over all his devices.</summary>
    public const int DownloadsAtOnce = 6;

    /// <summary>Characters of an address: what browsers and telephones take.</summary>
    public const int AddressLength = 2_000;

    /// <summary>Meetings that are still to be held: two weeks of daily ones, and the next rounds.</summary>
    public const int Meetings = 24;

    /// <summary>Meetings in the books, held and cancelled ones included, so that the state stays small.</summary>
    public const int MeetingsKept = 64;

    /// <summary>Longest meeting, in minutes: a day.</summary>
    public const int MeetingMinutes = 1_440;

    /// <summary>How far ahead a meeting may be planned: two years.</summary>
    public static readonly TimeSpan MeetingAhead = TimeSpan.FromDays(731);

    /// <summary>How far ahead a room's deadline may lie: longer is an adjournment.</summary>
    public static readonly TimeSpan DeadlineAhead = TimeSpan.FromHours(24);

    /// <summary>Longest grace of a recall, in seconds: longer is a deadline.</summary>
    public const int RecallGrace = 600;

    /// <summary>Characters of a language tag (RFC 5646 recommends room for 35).</summary>
    public const int LanguageLength = 35;

    /// <summary>Languages of a session: the six of the United Nations and those of the parties.</summary>
    public const int Languages = 12;

    /// <summary>Destinations named in one arrangement.</summary>
    public const int Moves = Rooms;

    /// <summary>Arrangements that the bench keeps at once: more than one chooses from at a glance.</summary>
    public const int Arrangements = 32;

    /// <summary>Pending invitations into a room that one person can have.</summary>
    public const int InvitesPerPerson = 5;

    /// <summary>People who are physically with one person at once: who sit around one screen.</summary>
    public const int CompanionsPerPerson = 6;

    /// <summary>People whom one person declares to be with him in a session, those who have gone included: each comes, and goes, with a
    /// sitting of its own. Some of them on each of twenty days.</summary>
    public const int CompanionsDeclared = 100;

    /// <summary>Devices of one person that are not revoked.</summary>
    public const int DevicesPerPerson = 8;

    /// <summary>Longest retention a protocol may set, in days: a hundred years.</summary>
    public const int RetentionDays = 36_525;

    /// <summary>Bytes of one frame from a client: the longest utterance in a three-byte script, escaped, and its envelope.</summary>
    public const int FrameBytes = 64 * 1024;

    /// <summary>Cursors in one hello: open circles and the last ended ones; older ones come as a digest.</summary>
    public const int Cursors = 2_000;

    /// <summary>
    /// Connections that may wait to be taken: all that come at once when a server is back. The system of whoever finds no room tries again
    /// after one second, then after two more. Linux allows no more than <c>net.core.somaxconn</c>, 4,096 unless told otherwise.
    /// </summary>
    public const int ComingConnections = 8_192;

    /// <summary>Frames that wait for one connection before it is taken to be lagging and rereads from the log.</summary>
    public const int QueuedFrames = 256;

    /// <summary>Their bytes: a few of the longest texts. One frame may always wait.</summary>
    public const int QueuedBytes = 4 * 1024 * 1024;

    /// <summary>
    /// Who is connected is told to a connection at once, and not again for so long: when a thousand come back, each is told of the others a few
    /// times and not a thousand times. Shorter than anybody notices.
    /// </summary>
    public static readonly TimeSpan PresenceRest = TimeSpan.FromMilliseconds(50);

    /// <summary>Bytes of sealed bodies that a store gives at once: the one that reaches them is the last. An ordinary page of the log is far smaller.</summary>
    public const int PageBytes = 1024 * 1024;

    /// <summary>Bytes of the newest events of a session that are kept at hand for delivery, beside their number.</summary>
    public const int TailBytes = 16 * 1024 * 1024;

    /// <summary>Bytes of one delivery to a connection that catches up.</summary>
    public const int DeliveryBytes = 128 * 1024;

    /// <summary>Commands that may wait at a session's desk; then the caller is asked to try again.</summary>
    public const int QueuedCommands = 4_096;

    /// <summary>Commands decided in one append.</summary>
    public const int CommandsPerAppend = 256;

    /// <summary>Commands that one person may send at once, and how many he regains a second.</summary>
    public const int CommandBurst = 60;

    /// <inheritdoc cref="CommandBurst"/>
    public const int CommandsPerSecond = 20;

    /// <summary>Events or sittings that are read back with one question: some screens full.</summary>
    public const int EventsReadBack = 200;

    /// <summary>Of each open circle the newest events that an outline may be asked to tell.</summary>
    public const int EventsOutlined = 500;

    /// <summary>How often one device may say hello at once, and how often again a second: each may be answered with all that its person
    /// reads, and what he then hears is read for him alone.</summary>
    public const int HelloBurst = 40;

    /// <inheritdoc cref="HelloBurst"/>
    public const int HellosPerSecond = 2;

    /// <summary>Questions for what was before that one person may ask at once, and how many he regains a second.</summary>
    public const int ReadBurst = 60;

    /// <inheritdoc cref="ReadBurst"/>
    public const int ReadsPerSecond = 20;

    /// <summary>Characters (UTF-16) of what one looks for: a sentence.</summary>
    public const int SearchLength = 200;

    /// <summary>Events that one search opens before it answers, so that it holds nobody up; the next goes on from there.</summary>
    public const int EventsSearched = 5_000;

    /// <summary>What one search gives: some screens full.</summary>
    public const int EventsFound = 50;

    /// <summary>Searches that one person may ask for at once, and how many he regains a second.</summary>
    public const int SearchBurst = 10;

    /// <inheritdoc cref="SearchBurst"/>
    public const int SearchesPerSecond = 2;

    /// <summary>Records of his own that one person may take at once, in both forms for each of his devices, and how many he regains a second:
    /// each opens all that he may read.</summary>
    public const int RecordBurst = 6;

    /// <inheritdoc cref="RecordBurst"/>
    public const double RecordsPerSecond = 0.1;

    /// <summary>Characters (UTF-16) of a document that is made to be taken away: the longest settlement and what stands around it.</summary>
    public const int DocumentLength = SettlementLength + 100_000;

    /// <summary>Characters (UTF-16) of its title: a name, and what it is of.</summary>
    public const int DocumentTitle = 2 * NameLength;

    /// <summary>Bytes in which it is sent: every character written as a number.</summary>
    public const int DocumentBytes = 6 * DocumentLength + 1_000_000;

    /// <summary>Its parts: one for each issue, and some.</summary>
    public const int DocumentParts = Issues + 50;

    /// <summary>Its lines, cells of tables included: some hundred pages.</summary>
    public const int DocumentLines = 20_000;

    /// <summary>Documents that wait at a node to be made; one is made at a time, in seconds.</summary>
    public const int DocumentsWaiting = 16;

    /// <summary>Of these, of one person: one in each form.</summary>
    public const int DocumentsWaitingPerPerson = 2;

    /// <summary>Documents that one person may have made at once, in both forms, and how many he regains a second.</summary>
    public const int DocumentBurst = 8;

    /// <inheritdoc cref="DocumentBurst"/>
    public const double DocumentsPerSecond = 0.2;

    /// <summary>Typing signals that one person may send at once, and how many he regains a second.</summary>
    public const int SignalBurst = 10;

    /// <inheritdoc cref="SignalBurst"/>
    public const int SignalsPerSecond = 4;

    /// <summary>Connections of one person at the same time: his devices, and tabs that are being replaced.</summary>
    public const int ConnectionsPerPerson = 16;

    /// <summary>Issues of a session: a comprehensive agreement by its articles.</summary>
    public const int Issues = 200;

    /// <summary>What there is to choose from on one issue.</summary>
    public const int IssueOptions = 20;

    /// <summary>What one party puts down on one issue, of every kind together: more than twenty moves are no bargaining any more.</summary>
    public const int PositionsPerIssue = 60;

    /// <summary>Characters (UTF-16) of a position in words, and of what goes with a figure: an article.</summary>
    public const int PositionLength = 2_000;

    /// <summary>Proposals of the mediators that wait for answers at once: more are no proposals but a questionnaire.</summary>
    public const int MediatorsProposals = 8;

    /// <summary>Proposals that one party writes in a session: Camp David had 23 drafts.</summary>
    public const int ProposalsPerParty = 200;

    /// <summary>How far ahead the deadline of a proposal may lie: a parliament's year.</summary>
    public static readonly TimeSpan ProposalAhead = TimeSpan.FromDays(366);

    /// <summary>Approvals at home that an agreement is subject to: two for each of as many parties as there can be.</summary>
    public const int Approvals = 24;

    /// <summary>How far ahead an approval at home may be awaited: ratification by a parliament after an election, or two.</summary>
    public static readonly TimeSpan ApprovalAhead = TimeSpan.FromDays(3_653);

    /// <summary>Settlement agreements that are put before the parties in a session, the void ones too.</summary>
    public const int Settlements = 20;

    /// <summary>Language versions of a settlement: the official languages of the United Nations.</summary>
    public const int SettlementTexts = 6;

    /// <summary>Characters (UTF-16) of a settlement, all language versions together: two of the longest draft.</summary>
    public const int SettlementLength = 2 * DraftLength;

    /// <summary>How long a position that is raised can be recalled: long enough to see who was meant.</summary>
    public static readonly TimeSpan PositionHold = TimeSpan.FromSeconds(10);

    /// <summary>Characters (UTF-16) of a draft: a comprehensive peace agreement with its annexes.</summary>
    public const int DraftLength = 200_000;

    /// <summary>Drafts that one person opens in a session.</summary>
    public const int DraftsPerPerson = 100;

    /// <summary>Characters (UTF-16) of a passage that a remark is about: a paragraph.</summary>
    public const int PassageLength = 2_000;

    /// <summary>Comments of one side on one draft, and wordings of it that one party agrees to.</summary>
    public const int CommentsPerSide = 1_000;

    /// <summary>How often a draft is of other people than before, its opening counted.</summary>
    public const int DraftGivings = 200;

    /// <summary>Versions of a draft that are frozen, whoever has it: Camp David had 23.</summary>
    public const int FrozenVersions = 500;

    /// <summary>Characters that one change inserts: a chapter. A longer paste goes in several.</summary>
    public const int DraftInserted = 50_000;

    /// <summary>Parts of one change: a word replaced all through a long text.</summary>
    public const int DraftSections = 10_000;

    /// <summary>Changes that an editor sends at once: what is written while one answer is under way.</summary>
    public const int DraftChanges = 64;

    /// <summary>Newest changes of a draft that are kept at hand: ten people typing for ten seconds. What was written on an older version is
    /// carried over by its editor, when it has read what came since.</summary>
    public const int DraftTail = 2_000;

    /// <summary>What carrying one submission over them may take, in parts gone through: some tens of milliseconds.</summary>
    public const long DraftSteps = 1_000_000;

    /// <summary>Changes after which the text of a draft is kept as it is: as many are read at most, beyond <see cref="DraftTail"/>, when it is opened.</summary>
    public const int DraftCheckpoint = 1_000;

    /// <summary>Characters (UTF-16) of a draft told in one frame; a longer text comes in several.</summary>
    public const int DraftPiece = 40_000;

    /// <summary>Drafts that one connection follows at once: more than fit side by side on any screen.</summary>
    public const int DraftsFollowed = 16;

    /// <summary>Characters that one person may insert at once, and how many he regains a second: the longest draft pasted twice, then faster than anybody types.</summary>
    public const int EditCharacterBurst = 2 * DraftLength;

    /// <inheritdoc cref="EditCharacterBurst"/>
    public const int EditCharactersPerSecond = 10_000;

    /// <summary>How often one person may begin to follow a draft at once, and how often again a second: each may be answered with its text.</summary>
    public const int FollowBurst = 40;

    /// <inheritdoc cref="FollowBurst"/>
    public const int FollowsPerSecond = 4;

    /// <summary>Changes that one editor may send at once, and how many he regains a second: typing, fast, with keys held down.</summary>
    public const int EditBurst = 120;

    /// <inheritdoc cref="EditBurst"/>
    public const int EditsPerSecond = 40;
}

using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Files are uploaded first, unseen by everybody; saying one puts it into the circle that its sender saw (SI2, SI3).</summary>
public static class Attaching
{
    /// <summary>The files that a command names.</summary>
    public static ImmutableArray<FileId> Named(CommandBody body) => body switch
    {
        Say { Files: { } files } => files,
        SayInDelegation { Files: { } files } => files,
        SayOnBench { Files: { } files } => files,
        _ => [],
    };

    /// <summary>Whether somebody may upload what he means to say in a circle. Whose turn it is, and whether a mediator is there, is
    /// asked when he says it.</summary>
    /// <returns>Null: he may.</returns>
    public static Refusal? MayUpload(PersonId person, CircleId circle, Session state)
    {
        if (!state.People.TryGetValue(person, out var by) || !Access.MayRead(person, circle, state))
        {
            return Refusal.NotFound;
        }

        var meant = state.Circles[circle];
        return meant.Kind switch
        {
            _ when state.Phase == Phase.Concluded => Refusal.WrongPhase,
            CircleKind.Party or CircleKind.Bench => null,
            CircleKind.Sitting when by.Room != meant.Room => Speech.Elsewhere(state, by),
            CircleKind.Sitting when !by.IsMediator && !by.Holds(Authority.Speak) => Refusal.NotAuthorised,
            CircleKind.Sitting => null,
            _ => Refusal.NotAllowed,
        };
    }

    /// <summary>Whether one more file of his fits: counts his own alone (SE3).</summary>
    /// <param name="waiting">Sizes of those of his that are taken in, or being taken in, and not said.</param>
    /// <param name="size">Of the new one; the largest there may be when it is not known.</param>
    public static Refusal? Fits(PersonId person, IReadOnlyCollection<long> waiting, long size, Session state)
    {
        var said = state.Files.Values.Where(file => file.By == person).Select(file => file.Size).ToList();
        return size > Limits.FileBytes ? Refusal.FileTooLarge
            : waiting.Count >= Limits.FilesWaiting
                || said.Count + waiting.Count >= Limits.FilesPerPerson
                || said.Sum() + waiting.Sum() + size > Limits.FileBytesPerPerson ? Refusal.TooMany
            : null;
    }

    /// <summary>Takes the named files into an utterance. Not there, somebody else's, said already, meant for elsewhere, or uploaded too
    /// long ago: one answer.</summary>
    internal static Refusal? Take(
        Session state, Person by, CircleId into, ImmutableArray<FileId>? named, Command command, out ImmutableArray<SaidFile>? taken)
    {
        taken = null;
        if (named is not { IsDefaultOrEmpty: false } files)
        {
            return null;
        }

        if (files.Length > Limits.FilesPerUtterance || files.Distinct().Count() < files.Length)
        {
            return Refusal.Invalid;
        }

        var uploads = command.Uploads.Where(upload => IsHis(state, by, into, command.At, upload)).ToLookup(upload => upload.File.File);
        var found = files.SelectMany(file => uploads[file].Take(1)).Select(upload => upload.File).ToImmutableArray();
        if (found.Length < files.Length)
        {
            return Refusal.FileGone;
        }

        taken = found;
        return null;
    }

    internal static KeyValuePair<FileId, FilePlace> Place(Event told, Said said, SaidFile file) =>
        new(file.File, new FilePlace(told.Circle, said.By, file.Size));

    private static bool IsHis(Session state, Person by, CircleId into, DateTimeOffset now, FileFacts upload) =>
        upload.By == by.Id && !state.Files.ContainsKey(upload.File.File) && now - upload.At <= Limits.FileWaits
        && state.Circles.TryGetValue(upload.For, out var meant) && IsOneTalk(meant, state.Circles[into]);

    // Whoever came or left meanwhile is asked about by SI2, as for the text; into another room or talk a file never slips.
    private static bool IsOneTalk(Circle meant, Circle into) => meant.Kind == into.Kind && meant.Room == into.Room && meant.Party == into.Party;
}

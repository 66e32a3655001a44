using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>By somebody who sits there.</summary>
/// <param name="Sitting">The sitting that he saw when he wrote (SI2).</param>
/// <param name="Text">May be empty when files go with it.</param>
/// <param name="Language">RFC 5646 tag.</param>
/// <param name="Files">Uploaded before, by him, for this room (SI3).</param>
/// <param name="ReplyTo">Offset, in the same sitting, of what it answers.</param>
/// <param name="Marked">Confidential: in caucus no mediator passes it on, whatever the protocol says (SI5).</param>
public sealed record Say(
    CircleId Sitting, string Text, string Language, ImmutableArray<FileId>? Files = null, long? ReplyTo = null, bool Marked = false) : CommandBody;

/// <summary>To one's own delegation, from any room.</summary>
/// <param name="ReplyTo">Offset, in the delegation's talk, of what it answers.</param>
public sealed record SayInDelegation(string Text, string Language, ImmutableArray<FileId>? Files = null, long? ReplyTo = null) : CommandBody;

/// <summary>Among the mediators.</summary>
/// <param name="Bench">The bench that he saw.</param>
/// <param name="ReplyTo">Offset, on the same bench, of what it answers.</param>
public sealed record SayOnBench(CircleId Bench, string Text, string Language, ImmutableArray<FileId>? Files = null, long? ReplyTo = null) : CommandBody;

/// <summary>Sitting, party or bench.</summary>
/// <param name="Rule">The disclosure rule in force when it was said; it keeps it (SE2).</param>
/// <param name="Files">Null: none. They belong to this circle from now on, and to no other.</param>
/// <param name="Command">Of the speaker, so that his own program knows it again; random, it tells others nothing.</param>
/// <param name="ReplyTo">Offset, in the same circle, of what it answers.</param>
/// <param name="Marked">The speaker marked it as confidential.</param>
public sealed record Said(
    PersonId By, string Text, string Language, Disclosure Rule, ImmutableArray<SaidFile>? Files = null,
    CommandId? Command = null, long? ReplyTo = null, bool Marked = false) : EventBody;

/// <summary>Whatever is said, is said in a sitting, and only to an audience that its speaker saw (SI2).</summary>
internal static class Speech
{
    public static Decision Decide(Session state, Say ask, Person by, Command command)
    {
        if (Words.Check(ask.Text, ask.Language, ask.Files is not { Length: > 0 }) is { } unfit)
        {
            return unfit;
        }

        if (by.Room is not { } here || state.Rooms[here] is not { Sitting: { } open } room)
        {
            return Refusal.NotAllowed;
        }

        var left = Company.Nobody;
        if (open != ask.Sitting)
        {
            // a sitting that he did not sit in is answered like one that does not exist
            if (!state.Circles.TryGetValue(ask.Sitting, out var seen) || seen.Kind != CircleKind.Sitting || seen.Room != here
                || !Access.MayRead(by.Id, ask.Sitting, state) || !room.People.IsWithin(seen.People)
                || !state.Circles[open].Companions.IsSubsetOf(seen.Companions)
                // an answer belongs beside what it answers: into the next sitting it cannot point back
                || ask.ReplyTo is not null)
            {
                return Elsewhere(state, by);
            }

            left = seen.People.Without(room.People);
        }

        return MaySpeak(state, by, room) is { } refusal ? refusal
            : !Answers(command, open, ask.ReplyTo) ? Refusal.NotFound
            : Attaching.Take(state, by, open, ask.Files, command, out var files) is { } unfitFile ? unfitFile
            : new Decision.Accepted(
                [new(open, Uttered(state, command, ask.Text, ask.Language, files, ask.ReplyTo) with { Marked = ask.Marked })],
                left.Count > 0 ? new Answer(left) : null);
    }

    public static Decision Decide(Session state, SayInDelegation ask, Person by, Command command)
    {
        if (Words.Check(ask.Text, ask.Language, ask.Files is not { Length: > 0 }) is { } unfit)
        {
            return unfit;
        }

        if (by.Party is not { } party)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        var circle = state.Parties[party].Circle;
        return !Answers(command, circle, ask.ReplyTo) ? Refusal.NotFound
            : Attaching.Take(state, by, circle, ask.Files, command, out var files) is { } unfitFile ? unfitFile
            : new List<Event> { new(circle, Uttered(state, command, ask.Text, ask.Language, files, ask.ReplyTo)) };
    }

    public static Decision Decide(Session state, SayOnBench ask, Person by, Command command)
    {
        if (Words.Check(ask.Text, ask.Language, ask.Files is not { Length: > 0 }) is { } unfit)
        {
            return unfit;
        }

        if (!by.IsMediator)
        {
            return Refusal.NotAllowed;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        // a mediator who came meanwhile was not seen
        return ask.Bench != state.Bench ? Refusal.SittingChanged
            : !Answers(command, state.Bench, ask.ReplyTo) ? Refusal.NotFound
            : Attaching.Take(state, by, state.Bench, ask.Files, command, out var files) is { } unfitFile ? unfitFile
            : new List<Event> { new(state.Bench, Uttered(state, command, ask.Text, ask.Language, files, ask.ReplyTo)) };
    }

    /// <summary>Refused, with the room he is in now and who is there.</summary>
    public static Refusal Elsewhere(Session state, Person by)
    {
        var room = state.Rooms[by.Room!.Value];
        return Refusal.SittingChanged with
        {
            Detail = new RefusalDetail.PresentRoom(room.Id, room.Name, room.Kind, room.Sitting!.Value, room.People,
                Accompanying.Of(state, room.People)),
        };
    }

    /// <summary>Why nothing may be said by him in this room now, or null.</summary>
    public static Refusal? MaySpeak(Session state, Person by, Room room) => room.Kind switch
    {
        _ when state.Phase == Phase.Concluded => Refusal.WrongPhase,
        _ when !by.IsMediator && !by.Holds(Authority.Speak) => Refusal.NotAuthorised,
        RoomKind.Waiting => Refusal.NoSpeechHere,
        RoomKind.Joint or RoomKind.Caucus when state.Phase != Phase.Open => Refusal.WrongPhase,
        RoomKind.Joint or RoomKind.Caucus when state.MediatorsAbsent => Refusal.NoMediator,
        _ when Turns.MustWait(by, room) => Refusal.NotYourTurn,
        _ => null,
    };

    // one answers what was uttered there, and nothing else
    private static bool Answers(Command command, CircleId circle, long? offset) =>
        offset is not { } at || command.Quoted(circle, at) is { Body: Said or WordSent or Released };

    private static Said Uttered(Session state, Command command, string text, string language, ImmutableArray<SaidFile>? files, long? replyTo) =>
        new(command.By, text, language, state.Protocol.InForce.Disclosure, files, command.Id, replyTo);
}

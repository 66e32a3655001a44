namespace IomSessions.Domain;

/// <summary>By an interpreter who sat there: what was said, in another language; also after the sitting has ended (SI3).</summary>
/// <param name="Offset">Of what was said.</param>
/// <param name="Language">RFC 5646 tag; another than the speaker's.</param>
public sealed record Render(CircleId Sitting, long Offset, string Text, string Language) : CommandBody;

/// <summary>The sitting; once that has ended, a circle of those who sat there, which is opened for it and told nothing else.</summary>
/// <param name="Command">Of the interpreter, so that his own program knows it again.</param>
public sealed record Rendered(PersonId By, CircleId Sitting, long Offset, string Text, string Language, CommandId? Command = null) : EventBody;

/// <summary>What a circle of a named few belongs to.</summary>
/// <param name="Sitting">Their sitting.</param>
/// <param name="Offset">What it is about, or how far.</param>
public readonly record struct About(CircleId Sitting, long Offset);

/// <summary>What was said, in other languages.</summary>
internal static class Rendition
{
    public static Decision Decide(Session state, Render ask, Command command, Person by, Draw draw)
    {
        if (by.Role != Role.Interpreter)
        {
            return Refusal.NotAllowed;
        }

        if (Words.Check(ask.Text, ask.Language) is { } unfit)
        {
            return unfit;
        }

        if (!state.Circles.TryGetValue(ask.Sitting, out var sitting) || sitting is not { Kind: CircleKind.Sitting, Room: { } room }
            || !Access.MayRead(by.Id, ask.Sitting, state) || command.Quoted(ask.Sitting, ask.Offset) is not { Body: Said said })
        {
            return Refusal.NotFound;
        }

        if (string.Equals(said.Language, ask.Language, StringComparison.OrdinalIgnoreCase))
        {
            return Refusal.Invalid;
        }

        var rendered = new Rendered(by.Id, ask.Sitting, ask.Offset, ask.Text, ask.Language, command.Id);
        if (!sitting.Ended)
        {
            return Speech.MaySpeak(state, by, state.Rooms[room]) is { } refusal ? refusal : new List<Event> { new(ask.Sitting, rendered) };
        }

        return state.Phase == Phase.Concluded ? Refusal.WrongPhase
            : by.LateRenditions >= Limits.LateRenditions || Of(state, by, new(ask.Sitting, ask.Offset)) >= Limits.RenditionsPerMessage ? Refusal.TooMany
            : new List<Event> { new(draw.Circle(), rendered) };
    }

    public static Session Take(Session state, CircleId circle, Rendered told) =>
        state.Circles.ContainsKey(circle)
            ? state
            : state
                .With(circle, new Circle(CircleKind.Named)
                {
                    People = state.Circles[told.Sitting].People, About = new(told.Sitting, told.Offset), RenderedBy = told.By, Ended = true,
                })
                .Edit(told.By, by => by with { LateRenditions = by.LateRenditions + 1 });

    // all of them are told to whoever reads the message back
    private static int Of(Session state, Person by, About message) =>
        state.Circles.Values.Count(circle => circle.RenderedBy == by.Id && circle.About == message);
}

using System.Collections.Immutable;

namespace IomSessions.Domain.Tests;

/// <summary>Drafts: opened, given to others, frozen, released and taken. Their words are made up as they are asked for.</summary>
internal sealed partial class Chance
{
    private readonly List<(CircleId Circle, long Offset, int Number)> _frozen = [];
    private readonly List<(CircleId Circle, long Offset)> _comments = [];
    private readonly List<(TabledVersion Version, string Words)> _versions = [];

    /// <summary>What the house knows of the drafts that a command names.</summary>
    public ImmutableArray<DraftFacts> DraftsOf(CommandBody body) => body switch
    {
        SetDraftPeople ask => [new(ask.Circle, 9, "The Parties [State A: shall] meet.")],
        FreezeDraft { Version: < 4 } ask => [new(ask.Circle, ask.Version, $"The Parties meet {ask.Version} times.")],
        FreezeDraft { Version: < 9 } ask => [new(ask.Circle, ask.Version, $"The Parties [State A: shall][State B: should] meet {ask.Version} times.")],
        CommentOnDraft { Version: < 9 } ask => [new(ask.Circle, ask.Version, "The Parties meet.")],
        AgreeWording { Version: < 9 } ask => [new(ask.Circle, ask.Version, "The Parties meet.")],
        _ => [],
    };

    /// <summary>What was told of drafts can be released and taken afterwards.</summary>
    public void Followed(IEnumerable<Event> events, Scene scene)
    {
        _frozen.AddRange(events.Where(told => told.Body is VersionText).Select(told => (told.Circle, scene.Head(told.Circle), ((VersionText)told.Body).Number)));
        if (events.ToList() is [{ Body: VersionFrozen frozen }, { Body: VersionText text } told])
        {
            _versions.Add((new(told.Circle, scene.Head(told.Circle), frozen.Hash), Attributions.Without(text.Text, ["State A", "State B", "State C"])));
        }

        _comments.AddRange(events.Where(told => told.Body is CommentMade).Select(told => (told.Circle, scene.Head(told.Circle))));
    }

    private (PersonId, CommandBody) Drafts(Session state)
    {
        var id = Named.Draft($"{seed} {_made++}");
        if (_frozen.Count > 0 && OneIn(2))
        {
            var (circle, offset, number) = Of(_frozen);
            if (OneIn(4))
            {
                return (Someone(state, p => state.Circles[circle].People.Contains(p.Id) && p.Role != Role.Interpreter), new MarkVersionClean(circle, number));
            }

            return OneIn(3)
                ? (Releasing(state, circle), new ReleaseVersion(circle, OneIn(9) ? number + 1 : number))
                : Taken(state, Someone(state, p => state.Circles[circle].People.Contains(p.Id) && (p.IsMediator || OneIn(3))), id, circle, offset);
        }

        if (_comments.Count > 0 && OneIn(5))
        {
            var (circle, offset) = Of(_comments);
            var reader = OneIn(9) ? Person(state) : Someone(state, p => state.Circles[circle].People.Contains(p.Id));
            return (reader, OneIn(2) ? new AnswerComment(circle, OneIn(9) ? 1 : offset, "Not at all.", "en") : new CloseComment(circle, offset));
        }

        if (state.Drafts.Count == 0 || OneIn(3))
        {
            var opener = Someone(state, p => p.Room is not null && (p.IsMediator || p.Party is not null));
            return (opener, new OpenDraft(id, $"draft {_made}", Audience(state, opener), OneIn(4)));
        }

        var draft = Of(state.Drafts.Values);
        var seen = OneIn(12) ? Old(state) : draft.Circle;
        var people = state.Circles[draft.Circle].People;
        var by = Someone(state, p => people.Contains(p.Id) && p.Role != Role.Interpreter);
        if (OneIn(3))
        {
            return OneIn(2) ? (by, new CommentOnDraft(seen, Upto(10), 4, 11, "Too many.", "en"))
                : (Someone(state, p => people.Contains(p.Id) && p.Holds(Authority.Accept)), new AgreeWording(seen, Upto(10), 4, 11));
        }

        return OneIn(3)
            ? (by, new SetDraftPeople(draft.Id, seen, [by, .. people.Where(_ => !OneIn(4)), .. state.Admitted.Where(_ => OneIn(9)).Select(p => p.Id)]))
            : (by, new FreezeDraft(draft.Id, seen, Upto(10)));
    }

    // a frozen version that one has as the text of a proposal, or the same with something wrong
    private (PersonId By, CommandBody Body) Tabled(Session state, PersonId by, CommandBody body)
    {
        var had = _versions.Where(one => Access.MayRead(by, one.Version.Circle, state)).ToList();
        if (had.Count == 0 || OneIn(2))
        {
            return (by, body);
        }

        var (version, words) = Of(OneIn(9) ? _versions : had);
        version = OneIn(12) ? version with { Offset = version.Offset - 1 } : OneIn(12) ? version with { Hash = "" } : version;
        words = OneIn(12) ? "" : words;
        return (by, body switch
        {
            MakeProposal ask => ask with { Text = words, From = version },
            WritePartyProposal ask => ask with { Text = words, From = version },
            _ => body,
        });
    }

    /// <summary>Exactly what was previewed.</summary>
    public static CommandBody Seen(CommandBody body, TakenText taken) => body switch
    {
        TakeDraft ask => ask with { Confirm = taken.Confirm },
        MakeProposal ask => ask with { Text = taken.Text },
        WritePartyProposal ask => ask with { Text = taken.Text },
        _ => body,
    };

    private PersonId Releasing(Session state, CircleId circle) =>
        Someone(state, p => p.Holds(Authority.Release) && state.Circles[circle].People.Contains(p.Id));

    private (PersonId, CommandBody) Taken(Session state, PersonId by, DraftId id, CircleId from, long offset) =>
        (by, new TakeDraft(id, $"taken {_made}", from, offset, Audience(state, by), OneIn(2) ? [] : [12], null, OneIn(4)));

    private CircleId Audience(Session state, PersonId by) => Upto(5) switch
    {
        0 => state.Bench,
        1 when state.People.TryGetValue(by, out var person) && person.Party is { } party => state.Parties[party].Circle,
        _ => Sitting(state, by),
    };
}

using System.Collections.Immutable;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The drafts of a session as its participants' programs ask for them: writing, following, carets; and what the house knows of their
/// texts when a command names one.</summary>
public sealed class SessionDrafts
{
    /// <summary>Tries to end a circle that other nodes are writing on, before its person is asked to try again.</summary>
    private const int Attempts = 16;

    private readonly Allowances _edits;
    private readonly Allowances _words;
    private readonly Allowances _carets;
    private readonly Allowances _follows;
    private readonly DraftDesks _desks;
    private readonly Desk _desk;
    private readonly Pump _pump;
    private readonly EnginePorts _ports;
    private readonly Func<bool> _isBlind;

    /// <param name="isBlind">Whether what this node knows of who may read and write may be old.</param>
    internal SessionDrafts(DraftDesks desks, Desk desk, Pump pump, EnginePorts ports, Func<bool> isBlind)
    {
        (_desks, _desk, _pump, _ports, _isBlind) = (desks, desk, pump, ports, isBlind);
        _edits = new(ports.Clock, ports.EditRate.Burst, ports.EditRate.PerSecond);
        _words = new(ports.Clock, Limits.EditCharacterBurst, Limits.EditCharactersPerSecond);
        _carets = new(ports.Clock, Limits.SignalBurst, Limits.SignalsPerSecond);
        _follows = new(ports.Clock, Limits.FollowBurst, Limits.FollowsPerSecond);
    }

    /// <summary>How many drafts are open on this node.</summary>
    public int Open => _desks.Count;

    /// <summary>Changes by a participant. Null: all of them are stored (DL3). Sent again they are not done twice.</summary>
    /// <param name="caller">The connection that asks, if one does.</param>
    public async Task<Refusal?> EditAsync(
        PersonId by, CircleId circle, EditorId editor, long version, ImmutableArray<ChangeSet> changes, IOutlet? caller = null)
    {
        if (changes.IsDefaultOrEmpty || changes.Length > Limits.DraftChanges || editor.Value == Guid.Empty)
        {
            return Refusal.Invalid;
        }

        var words = changes.Sum(change => (long)(change?.Sections.Sum(section => section.Insert?.Length ?? 0) ?? 0));
        if (words > Limits.EditCharacterBurst)
        {
            return Refusal.DraftFull;
        }

        if (!_edits.TryTake(by, changes.Length)
            || !_words.TryTake(by, (int)words))
        {
            return EngineRefusals.TooFast;
        }

        if (_isBlind())
        {
            return EngineRefusals.Unavailable;
        }

        try
        {
            return await _desks.FindAsync(by, circle) is { } desk
                ? await desk.SubmitAsync(new Submission(by, editor, version, changes), caller)
                : Refusal.NotFound;
        }
        catch (Exception failure)
        {
            _ports.Fault(failure);
            return EngineRefusals.Unavailable;
        }
    }

    /// <summary>A connection follows a draft from here on: the text comes, or what was written since the version that it holds. Null: it does.</summary>
    /// <param name="held">What it holds; whatever does not belong to this log counts as nothing.</param>
    public async Task<Refusal?> FollowAsync(Seat seat, CircleId circle, (long Version, UInt128 Mark)? held, CancellationToken stop = default)
    {
        if (!_follows.TryTake(seat.Person))
        {
            return EngineRefusals.TooFast;
        }

        if (_isBlind())
        {
            return EngineRefusals.Unavailable;
        }

        try
        {
            if (await _desks.FindAsync(seat.Person, circle, stop) is not { } desk)
            {
                return Refusal.NotFound;
            }

            if (seat.Drafts.Length >= Limits.DraftsFollowed && !seat.Follows(circle))
            {
                return Refusal.TooMany;
            }

            // another node may have written what it holds
            if (held is { } ahead && ahead.Version > desk.Book.Now.Version)
            {
                await desk.CatchUpAsync().WaitAsync(stop);
            }

            var known = held is { } place && await desk.Book.MarkAtAsync(place.Version, stop) == place.Mark ? held : null;
            _pump.Tell(new Note.FollowDraft(seat, new DraftFollow(_desks, desk, known)));
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _ports.Fault(failure);
            return EngineRefusals.Unavailable;
        }
    }

    public void Leave(Seat seat, CircleId circle) => _pump.Tell(new Note.LeaveDraft(seat, circle));

    /// <summary>Where somebody is writing. Dropped when he says so too often.</summary>
    public void Caret(DraftCaretSignal caret)
    {
        if (caret is { Version: >= 0, Anchor: >= 0 and <= Limits.DraftLength, Head: >= 0 and <= Limits.DraftLength }
            && _carets.TryTake(caret.Person))
        {
            _pump.Tell(new Note.Caret(caret));
        }
    }

    /// <summary>Time has passed, or a bell has rung.</summary>
    internal void Look() => _desks.Look();

    /// <summary>The version of a draft that a command rests on.</summary>
    internal static (CircleId Circle, long Version)? Named(CommandBody body) => body switch
    {
        FreezeDraft ask => (ask.Circle, ask.Version),
        CommentOnDraft ask => (ask.Circle, ask.Version),
        AgreeWording ask => (ask.Circle, ask.Version),
        _ => null,
    };

    /// <summary>The text of a version that a command names; none if there is none.</summary>
    internal async ValueTask<ImmutableArray<DraftFacts>> FactsAsync(PersonId by, CircleId circle, long version)
    {
        if (await _desks.FindAsync(by, circle) is not { } desk)
        {
            return [];
        }

        if (version > desk.Book.Now.Version)
        {
            await desk.CatchUpAsync();
        }

        return await desk.Book.TextAtAsync(version, CancellationToken.None) is { } text ? [new(circle, version, text)] : [];
    }

    /// <summary>
    /// Other people get the text exactly as it stands when the circle ends: what is written while this is decided is not lost between the
    /// two, nor taken after it. If it has been written on, on whatever node, it is decided again.
    /// </summary>
    internal async Task<CommandOutcome> GiveAsync(PersonId by, CommandId id, SetDraftPeople ask)
    {
        try
        {
            var desk = await _desks.FindAsync(by, ask.Circle);
            using var held = desk?.Hold();
            for (var attempt = 1; ; attempt++)
            {
                ImmutableArray<DraftFacts> facts = desk is null ? []
                    : [new(ask.Circle, desk.Book.Now.Version, desk.Book.Now.Manuscript.Text.ToString())];
                var outcome = await _desk.SubmitAsync(new Command(id, by, _ports.Clock.GetUtcNow(), _ports.Seeds(id), ask) { Drafts = facts });
                if (desk is null || attempt == Attempts || outcome is not CommandOutcome.Refused { Refusal: var refusal } || refusal != EngineRefusals.DraftMoved)
                {
                    return outcome;
                }

                await desk.CatchUpAsync();
            }
        }
        catch (Exception failure)
        {
            _ports.Fault(failure);
            return new CommandOutcome.Refused(EngineRefusals.Unavailable);
        }
    }
}

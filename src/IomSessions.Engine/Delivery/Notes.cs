using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace IomSessions.Engine;

/// <summary>What has reached a pump and waits for its turn. Thread-safe; one at a time takes.</summary>
internal sealed class Notes
{
    private readonly Channel<Note> _notes = Channel.CreateUnbounded<Note>();

    public bool Any => _notes.Reader.TryPeek(out _);

    /// <returns>False: closed.</returns>
    public bool TryTell(Note note) => _notes.Writer.TryWrite(note);

    public bool TryTake([MaybeNullWhen(false)] out Note note) => _notes.Reader.TryRead(out note);

    /// <summary>Nothing is taken any more; what has come is still done.</summary>
    public void Close() => _notes.Writer.TryComplete();

    /// <summary>A turn of a desk is over, and one of the pump is due. A connection that asked is told with whatever that turn has brought for it:
    /// in one write.</summary>
    /// <param name="grown">Whether there may be something to tell besides.</param>
    public void Answer(IReadOnlyList<IAnswer> answers, bool grown)
    {
        var asked = answers.Where(one => one.Caller is not null).ToList();
        if (asked.Count == 0)
        {
            if (grown)
            {
                TryTell(Note.Wake.Up);
            }
        }
        else if (!TryTell(new Note.Answers(asked)))
        {
            asked.ForEach(one => one.Tell());
        }

        foreach (var one in answers.Where(one => one.Caller is null))
        {
            one.Tell();
        }
    }

    /// <summary>Completes when all has been posted that the log holds now, by a turn that is due then.</summary>
    public Task ToldAsync()
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!TryTell(new Note.Told(over)))
        {
            over.SetResult();
        }

        return over.Task;
    }
}

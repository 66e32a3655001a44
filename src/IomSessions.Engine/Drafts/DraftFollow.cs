using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>How far one connection has been told of a draft. Belongs to the session's pump.</summary>
/// <param name="held">What the connection holds already; null: it is told the text from its beginning.</param>
internal sealed class DraftFollow(DraftDesks desks, DraftDesk desk, (long Version, UInt128 Mark)? held)
{
    private DraftText? _telling;
    private int _at;

    public DraftBook Book { get; private set; } = desk.Book;

    public CircleId Circle => Book.Circle;

    /// <summary>What has been posted.</summary>
    public long Version { get; set; } = held?.Version ?? -1;

    public UInt128 Mark { get; set; } = held?.Mark ?? default;

    /// <summary>Its whole text has been posted: its head is part of the beat.</summary>
    public bool HasBegun => Version >= 0 && _telling is null;

    /// <summary>Older changes are being read beside the turns.</summary>
    public bool Reading { get; set; }

    /// <summary>A reading failed; the next is tried when time has passed.</summary>
    public bool Resting { get; set; }

    /// <summary>Read, and not posted yet.</summary>
    public IReadOnlyList<RecordedChange>? Read { get; set; }

    /// <summary>Somebody is still told of it.</summary>
    public void Keep() => Book = (desk = desks.Keep(desk)).Book;

    /// <summary>Posts the text in pieces, as far as there is room.</summary>
    /// <returns>False: the queue is full.</returns>
    public bool TellText(IOutlet outlet)
    {
        if (Version < 0)
        {
            var now = Book.Now;
            (_telling, _at, Version, Mark) = (now.Manuscript.Text, 0, now.Version, Chain.Mark(now.Hash));
        }

        while (_telling is { } text)
        {
            var end = Math.Min(_at + Limits.DraftPiece, text.Length);
            end -= text.IsWithinSign(end) ? 1 : 0;
            var piece = new DraftTextSignal(Circle, Version, Marks.Text(Mark), text.Slice(_at, end - _at), end < text.Length);
            if (!outlet.TryPost(Frame.Of(Target.DraftText, piece)))
            {
                return false;
            }

            (_at, _telling) = (end, end < text.Length ? text : null);
        }

        return true;
    }
}

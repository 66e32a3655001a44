using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>What deciding the waiting submissions one after the other gives; nothing of it has happened yet.</summary>
internal sealed class EditTurn
{
    private EditTurn(Manuscript text) => Text = text;

    public Manuscript Text { get; private set; }

    public List<TextChanged> Changes { get; } = [];

    public List<PendingEdit> Taken { get; } = [];

    public List<(PendingEdit By, Refusal Refusal)> Refused { get; } = [];

    public List<Exception> Faults { get; } = [];

    /// <param name="state">The newest: whoever may no longer write is refused at once (DR5).</param>
    public static EditTurn Decide(Session? state, CircleId circle, Manuscript text, IEnumerable<PendingEdit> waiting)
    {
        var turn = new EditTurn(text);
        foreach (var edit in waiting)
        {
            turn.Decide(state, circle, edit);
        }

        return turn;
    }

    private void Decide(Session? state, CircleId circle, PendingEdit edit)
    {
        try
        {
            if ((state is null ? Refusal.NotFound : Writing.MayEdit(edit.Ask.By, circle, state)) is { } refusal)
            {
                Refused.Add((edit, refusal));
                return;
            }

            switch (Editing.Decide(Text, edit.Ask))
            {
                case Edited.Taken taken:
                    Text = taken.Next;
                    Changes.AddRange(taken.Changes);
                    Taken.Add(edit);
                    break;
                case Edited.Refused refused:
                    Refused.Add((edit, refused.Refusal));
                    break;
            }
        }
        catch (Exception fault)
        {
            Faults.Add(fault);
            Refused.Add((edit, EngineRefusals.Failed));
        }
    }

    /// <summary>Rows that follow the newest.</summary>
    public (List<StoredChange> Rows, List<RecordedChange> Recorded) Seal(DraftBook book, long atMs)
    {
        var (rows, recorded) = (new List<StoredChange>(Changes.Count), new List<RecordedChange>(Changes.Count));
        var (version, hash) = (book.Now.Version, book.Now.Hash);
        foreach (var changed in Changes)
        {
            var row = book.Codec.Write(changed, ++version, hash, atMs, out var body);
            hash = row.Hash;
            rows.Add(row);
            recorded.Add(new(row.Version, row.Hash, changed, body));
        }

        return (rows, recorded);
    }
}

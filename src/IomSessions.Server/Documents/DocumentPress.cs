using IomSessions.Domain;
using IomSessions.Server.Documents.Docx;
using IomSessions.Server.Documents.Pdf;

namespace IomSessions.Server.Documents;

/// <summary>
/// Makes documents, one at a time, so that those who speak meanwhile have the rest of the machine. It knows what it is given and nothing
/// else, and keeps none of it.
/// </summary>
internal sealed class DocumentPress(FontShelf fonts) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<PersonId, int> _waiting = [];

    public Task<(Refusal? Refusal, byte[]? Made)> DocxAsync(PersonId by, DocumentSheet sheet, CancellationToken stop) =>
        MakeAsync(by, () => DocxDocument.Of(sheet, stop), stop);

    public Task<(Refusal? Refusal, byte[]? Made)> PdfAsync(PersonId by, DocumentSheet sheet, CancellationToken stop) =>
        MakeAsync(by, () => PdfDocument.Of(sheet, fonts, stop), stop);

    public void Dispose() => _turn.Dispose();

    private async Task<(Refusal? Refusal, byte[]? Made)> MakeAsync(PersonId by, Func<byte[]> make, CancellationToken stop)
    {
        if (!TryWait(by))
        {
            return (DocumentRefusals.Busy, null);
        }

        try
        {
            await _turn.WaitAsync(stop);
            try
            {
                // seconds of work for the longest: on a thread of its own
                return (null, await Task.Factory.StartNew(make, stop, TaskCreationOptions.LongRunning, TaskScheduler.Default));
            }
            catch (NoFontException)
            {
                return (DocumentRefusals.Sign, null);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Leave(by);
        }
    }

    private bool TryWait(PersonId by)
    {
        lock (_gate)
        {
            var his = _waiting.GetValueOrDefault(by);
            if (his >= Limits.DocumentsWaitingPerPerson || _waiting.Values.Sum() >= Limits.DocumentsWaiting)
            {
                return false;
            }

            _waiting[by] = his + 1;
            return true;
        }
    }

    private void Leave(PersonId by)
    {
        lock (_gate)
        {
            if (--_waiting[by] == 0)
            {
                _waiting.Remove(by);
            }
        }
    }
}

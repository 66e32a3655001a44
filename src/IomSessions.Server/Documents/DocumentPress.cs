using IomSessions.Domain;
using IomSessions.Engine;
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
    private readonly Tally _waiting = new(Limits.DocumentsWaitingPerPerson);
    private readonly SemaphoreSlim _room = new(Limits.DocumentsWaiting);

    public Task<(Refusal? Refusal, byte[]? Made)> DocxAsync(PersonId by, DocumentSheet sheet, CancellationToken stop) =>
        MakeAsync(by, () => DocxDocument.Of(sheet, stop), stop);

    public Task<(Refusal? Refusal, byte[]? Made)> PdfAsync(PersonId by, DocumentSheet sheet, CancellationToken stop) =>
        MakeAsync(by, () => PdfDocument.Of(sheet, fonts, stop), stop);

    public void Dispose()
    {
        _turn.Dispose();
        _room.Dispose();
    }

    private async Task<(Refusal? Refusal, byte[]? Made)> MakeAsync(PersonId by, Func<byte[]> make, CancellationToken stop)
    {
        using var place = _waiting.Enter(by, 0, out _);
        if (place is null || !await _room.WaitAsync(0, CancellationToken.None))
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
            _room.Release();
        }
    }
}

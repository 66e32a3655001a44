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
    private int _waiting;

    public Task<(Refusal? Refusal, byte[]? Made)> DocxAsync(DocumentSheet sheet, CancellationToken stop) =>
        MakeAsync(() => DocxDocument.Of(sheet, stop), stop);

    public Task<(Refusal? Refusal, byte[]? Made)> PdfAsync(DocumentSheet sheet, CancellationToken stop) =>
        MakeAsync(() => PdfDocument.Of(sheet, fonts, stop), stop);

    public void Dispose() => _turn.Dispose();

    private async Task<(Refusal? Refusal, byte[]? Made)> MakeAsync(Func<byte[]> make, CancellationToken stop)
    {
        if (Interlocked.Increment(ref _waiting) > Limits.DocumentsWaiting)
        {
            Interlocked.Decrement(ref _waiting);
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
            Interlocked.Decrement(ref _waiting);
        }
    }
}

using System.IO.Pipelines;
using IomSessions.Engine;

namespace IomSessions.Server.Records;

/// <summary>Sends a record page by page, so that one of years takes no more memory than one of an hour.</summary>
internal static class RecordSending
{
    /// <exception cref="WithheldException">It is his no more.</exception>
    public static async Task SendAsync(OwnRecord record, IRecordForm form, PipeWriter to, DateTimeOffset at, CancellationToken stop)
    {
        var journal = new Journal();
        form.Begin(record, at);
        foreach (var circle in record.Circles)
        {
            form.BeginCircle(circle);
            await foreach (var page in record.PagesAsync(circle, stop))
            {
                foreach (var told in page)
                {
                    form.Add(told);
                    journal.Add(circle.Kind, told);
                }

                await to.FlushAsync(stop);
            }

            form.BeginLater();
            await foreach (var late in record.LaterAsync(circle, stop))
            {
                form.Add(late);
                journal.Add(IomSessions.Domain.CircleKind.Named, late);
            }

            form.EndCircle();
            await to.FlushAsync(stop);
        }

        form.End(journal);
        await to.FlushAsync(stop);
    }
}

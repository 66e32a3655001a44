using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>Files of one session. A refusal is thrown as <see cref="RefusedException"/>.</summary>
/// <param name="http">With the server as its base address and, if it has no bearer token, the session's cookie.</param>
/// <param name="bearer">The token of a program.</param>
public sealed class SessionFiles(HttpClient http, string session, string? bearer = null)
{
    private readonly string _path = $"api/sessions/{Uri.EscapeDataString(session)}";

    /// <summary>Uploads a file as a stream, unseen by everybody; it is said by its id within a day, in this circle's room or talk.</summary>
    /// <param name="circle">The sitting, delegation or bench that one sees.</param>
    /// <param name="name">Without a path, with the ending of its type.</param>
    /// <param name="content">Disposed of with the request.</param>
    public async Task<UploadAnswer> UploadAsync(string circle, string name, Stream content, CancellationToken stop = default)
    {
        using var request = Request(HttpMethod.Post, $"{_path}/circles/{Uri.EscapeDataString(circle)}/files");
        request.Content = new StreamContent(content)
        {
            Headers =
            {
                ContentType = new MediaTypeHeaderValue("application/octet-stream"),
                ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name },
            },
        };
        using var answer = await http.SendAsync(request, stop);
        await DemandAsync(answer, stop);
        return await answer.Content.ReadFromJsonAsync<UploadAnswer>(WireJson.Options, stop)
            ?? throw new JsonException("The server answered with nothing.");
    }

    /// <summary>The content of a file that was said where one reads, as it comes; dispose of it.</summary>
    /// <remarks>A stream that breaks off before its end throws: it is never taken for the whole.</remarks>
    public async Task<Stream> DownloadAsync(string file, CancellationToken stop = default)
    {
        using var request = Request(HttpMethod.Get, $"{_path}/files/{Uri.EscapeDataString(file)}");
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        try
        {
            await DemandAsync(answer, stop);
            return await answer.Content.ReadAsStreamAsync(stop);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        return request;
    }

    private static async Task DemandAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new RefusedException(await SessionHttp.RefusalOfAsync(answer, stop), answer.StatusCode);
        }
    }
}

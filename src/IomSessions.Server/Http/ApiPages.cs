using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IomSessions.Server.Http;

/// <summary>The document, and a page that shows it without any other host.</summary>
internal static class ApiPages
{
    public static void MapApiDocument(this IEndpointRouteBuilder app)
    {
        app.MapGet("/openapi/v1.json", async (ApiDocumentText text) => Results.Bytes(await text.GetAsync(), "application/json")).ExcludeFromDescription();
        app.MapGet("/openapi", () => Page("page.html", "text/html; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/openapi/page.js", () => Page("page.js", "text/javascript; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/openapi/page.css", () => Page("page.css", "text/css; charset=utf-8")).ExcludeFromDescription();
    }

    private static IResult Page(string name, string type) =>
        Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream("Reference." + name)!, type);
}

/// <summary>The document as text, made once: anybody may ask for it, as often as he likes.</summary>
internal sealed class ApiDocumentText([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider document)
{
    private byte[]? _text;

    public async Task<byte[]> GetAsync()
    {
        // two that ask at once may both make it: it is the same
        if (_text is null)
        {
            using var text = new MemoryStream();
            await (await document.GetOpenApiDocumentAsync()).SerializeAsJsonAsync(text, OpenApiSpecVersion.OpenApi3_1);
            _text = text.ToArray();
        }

        return _text;
    }
}

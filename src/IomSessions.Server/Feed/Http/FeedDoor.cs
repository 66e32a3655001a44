using System.Text;
using IomSessions.Engine;
using IomSessions.Server.Feed.Books;
using IomSessions.Server.Feed.Following;
using IomSessions.Server.Feed.Forms;
using IomSessions.Server.Feed.Signing;
using IomSessions.Storage.Feed;
using Microsoft.AspNetCore.Http.Features;

namespace IomSessions.Server.Feed.Http;

/// <summary>Everything under <c>/feed</c>. It stands before whatever knows people: no cookie is read here, and none is set (CL3).</summary>
internal sealed class FeedDoor(FeedShelf shelf, EventStream events, FeedOptions options)
{
    public Task ServeAsync(HttpContext http)
    {
        OpenHeaders.Give(http);
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } raw ? raw : http.Request.Path + http.Request.QueryString;
        return http.Request.Method switch
        {
            _ when target.Length > FeedLimits.Target => FeedAnswers.TooLongAsync(http),
            "GET" or "HEAD" => AnswerAsync(http, FeedPath.Of(target)),
            "OPTIONS" => OpenHeaders.AllowAsync(http, "GET, HEAD"),
            _ => FeedAnswers.MethodAsync(http),
        };
    }

    private Task AnswerAsync(HttpContext http, FeedPath asked)
    {
        try
        {
            var book = asked.Place is FeedPlace.Nowhere or FeedPlace.Key or FeedPlace.Verify ? null : shelf.Find(asked.Name);
            return asked.Place switch
            {
                FeedPlace.Verify => new FeedDocument(VerifyHtml.Of(options), FeedTypes.Html, DateTimeOffset.UnixEpoch).SendAsync(http),
                FeedPlace.Key => KeyOf(asked.Name) is { } key
                    ? new FeedDocument(Encoding.ASCII.GetBytes(Proof.Pem(key.Public)), FeedTypes.Pem, DateTimeOffset.UnixEpoch).SendAsync(http)
                    : FeedAnswers.NotFoundAsync(http),
                _ when book is null => FeedAnswers.NotFoundAsync(http),
                FeedPlace.Events when HttpMethods.IsHead(http.Request.Method) => HeadAsync(http),
                FeedPlace.Events => events.FollowAsync(http, book),
                _ => DocumentOf(http, asked, shelf.Open(book)) is { } document ? document.SendAsync(http) : FeedAnswers.NotFoundAsync(http),
            };
        }
        catch (StoreUnavailableException)
        {
            return FeedAnswers.UnavailableAsync(http);
        }
    }

    private static Task HeadAsync(HttpContext http)
    {
        EventStream.Head(http.Response);
        return Task.CompletedTask;
    }

    private FeedKey? KeyOf(string id) => shelf.Keys.FirstOrDefault(key => id.Length == 0 || key.Id == id);

    private FeedDocument? DocumentOf(HttpContext http, FeedPath asked, Edition edition)
    {
        if (asked.Place == FeedPlace.Page)
        {
            http.Response.Headers.Vary = "Accept-Language";
            var lead = Languages.Lead(http.Request, edition.Languages);
            return edition.Made($"page {lead}", () => new(PageHtml.Of(edition, lead, options), FeedTypes.Html, edition.Modified));
        }

        if (asked.Place is FeedPlace.Atom or FeedPlace.JsonFeed)
        {
            var (lead, address) = (Languages.Asked(http.Request, edition.Languages), options.Address ?? AddressOf(http.Request));
            FeedDocument Make() => asked.Place == FeedPlace.Atom
                ? new(AtomXml.Of(edition, lead, address, options), FeedTypes.Atom, edition.Modified)
                : new(JsonFeed.Of(edition, lead, address, options), FeedTypes.JsonFeed, edition.Modified);
            return options.Address is null ? Make() : edition.Made($"{asked.Place} {lead}", Make);
        }

        return edition.Find(asked.Item) is { } entry ? ItemOf(http, asked, edition, entry) : null;
    }

    private FeedDocument? ItemOf(HttpContext http, FeedPath asked, Edition edition, FeedEntry entry)
    {
        switch (asked.Place)
        {
            case FeedPlace.SignedText:
                return new(SignedText.Of(entry), FeedTypes.Text, edition.Modified);
            case FeedPlace.Signature:
                return new(entry.Signature, FeedTypes.Bytes, edition.Modified);
            case FeedPlace.ItemJson:
                return new(FeedJson.Write(entry), FeedTypes.Json, edition.Modified);
            default:
                http.Response.Headers.Vary = "Accept-Language";
                var lead = Languages.Lead(http.Request, edition.Languages);
                var shown = entry.Item.Relation == FeedRelation.Retraction ? edition.Find(entry.Item.About!.Value)! : entry;
                return new(PageHtml.Of(edition, shown, lead, options), FeedTypes.Html, edition.Modified);
        }
    }

    // what a client calls the server goes into addresses only when it is a name or a number of a host
    private static string AddressOf(HttpRequest request) =>
        request.Host.Value is { Length: > 0 and < 256 } host && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '[' or ']')
            ? $"{request.Scheme}://{host}"
            : "http://localhost";
}

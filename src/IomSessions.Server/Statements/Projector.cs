using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Feed;
using IomSessions.Server.Operations;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Statements;

/// <summary>From the public circle of a session to the feed: the one place where the two meet. It sees cleared items and nothing else.</summary>
internal sealed class Projector(IFeedSink sink, FeedOptions options, ILogger<Projector> log) : IPublicFeed
{
    private const string Mediators = "The mediators";

    public async Task PublishAsync(string reference, IReadOnlyList<ItemPublished> items, CancellationToken stop)
    {
        foreach (var item in items)
        {
            try
            {
                await sink.PublishAsync(Of(reference, item), stop);
            }
            catch (FeedItemException unfit)
            {
                // it would be refused every time, and must not keep back what comes after it
                ServerLog.FeedRefused(log, unfit.Code);
            }
        }
    }

    private FeedItem Of(string reference, ItemPublished item) => new(
        reference, item.Item.Value, item.At.ToUniversalTime(), Of(item.Kind), OnBehalf(item), [.. item.Texts.Select(text => new FeedText(text.Language, text.Title, text.Text))])
    {
        Relation = item.Relation switch
        {
            StatementRelation.Correction => FeedRelation.Correction,
            StatementRelation.Retraction => FeedRelation.Retraction,
            _ => FeedRelation.None,
        },
        About = item.About?.Value,
    };

    private string[] OnBehalf(ItemPublished item) => item.Kind switch
    {
        StatementKind.Joint => [.. item.OnBehalf, Mediators],
        StatementKind.Procedural => [options.Institution],
        _ => [Mediators],
    };

    private static FeedKind Of(StatementKind kind) => kind switch
    {
        StatementKind.Joint => FeedKind.JointStatement,
        StatementKind.Mediators => FeedKind.MediatorsStatement,
        StatementKind.Procedural => FeedKind.ProceduralNotice,
        _ => FeedKind.ClosingNote,
    };
}

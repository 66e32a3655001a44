using System.Globalization;
using System.Text;

namespace IomSessions.Storage.Feed;

/// <summary>
/// The exact bytes that are signed: a text that a person can read beside the page, made so that no two items share one. Values stand on one
/// line each; every line of a statement begins with a bar, so that nothing in it can pass for another value.
/// </summary>
public static class SignedText
{
    public static byte[] Of(FeedItem item, FeedRetraction? retracted, string key)
    {
        var text = new StringBuilder("IomSessions public item 1\n");
        Line(text, "reference", item.Reference);
        Line(text, "id", Id(item.Id));
        Line(text, "at", Time(item.At));
        Line(text, "kind", Kind(item.Kind));
        foreach (var name in item.OnBehalf)
        {
            Line(text, "on behalf of", name);
        }

        if (item.About is { } about)
        {
            Line(text, item.Relation == FeedRelation.Retraction ? "retracts" : "corrects", Id(about));
        }

        if (retracted is not null)
        {
            Line(text, "retracted by", Id(retracted.By));
            Line(text, "retracted at", Time(retracted.At));
        }

        Line(text, "key", key);
        foreach (var one in item.Texts)
        {
            text.Append('\n');
            Line(text, "language", one.Language);
            Line(text, "title", one.Title);
            foreach (var line in one.Text.Split('\n'))
            {
                text.Append(line.Length == 0 ? "|" : "| ").Append(line).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Of(FeedEntry entry) => Of(entry.Item, entry.Retracted, entry.Key);

    public static string Id(Guid id) => id.ToString("N");

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Kind(FeedKind kind) => kind switch
    {
        FeedKind.JointStatement => "joint-statement",
        FeedKind.MediatorsStatement => "mediators-statement",
        FeedKind.ProceduralNotice => "procedural-notice",
        _ => "closing-note",
    };

    private static void Line(StringBuilder text, string name, string value) => text.Append(name).Append(": ").Append(value).Append('\n');
}

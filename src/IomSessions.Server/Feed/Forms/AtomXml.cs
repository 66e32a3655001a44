using System.Security.Cryptography;
using System.Text;
using System.Xml;
using IomSessions.Server.Feed.Books;
using IomSessions.Server.Feed.Http;
using IomSessions.Server.Records;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed.Forms;

/// <summary>A feed as Atom (RFC 4287): an entry per item, all languages in it.</summary>
internal static class AtomXml
{
    private const string Space = "http://www.w3.org/2005/Atom";
    private const int UuidBytes = 16;

    public static byte[] Of(Edition edition, string? lead, string address, FeedOptions options)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = false }))
        {
            var feed = address + FeedPath.To(edition.Reference);
            xml.WriteStartDocument();
            xml.WriteStartElement("feed", Space);
            xml.WriteAttributeString("xml", "lang", null, FeedWords.Language);
            Line(xml, "id", "urn:uuid:" + new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(edition.Reference)).AsSpan(0, UuidBytes), bigEndian: true));
            Line(xml, "title", FeedWords.Title(edition.Reference));
            Line(xml, "updated", SignedText.Time(edition.Modified));
            Person(xml, options.Institution);
            Link(xml, "self", FeedTypes.Atom.Split(';')[0], feed + "/atom.xml");
            Link(xml, "alternate", "text/html", feed);
            foreach (var entry in edition.Shown)
            {
                Entry(xml, edition, entry, lead, feed);
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    /// <summary>All languages of an item, for readers that show HTML.</summary>
    public static string Html(IEnumerable<FeedText> texts) => Markup.All(texts.Select(text => Markup.Of(
        $"<div lang=\"{text.Language}\" dir=\"{Languages.DirectionOf(text.Language)}\">\n<h3>{text.Title}</h3>\n{ItemHtml.Paragraphs(text.Text)}</div>\n"))).Text;

    private static void Entry(XmlWriter xml, Edition edition, FeedEntry entry, string? lead, string feed)
    {
        var (item, texts) = (entry.Item, Languages.Ordered(edition.TextsOf(entry), lead).ToList());
        xml.WriteStartElement("entry", Space);
        Line(xml, "id", "urn:uuid:" + item.Id.ToString("D"));
        xml.WriteStartElement("title", Space);
        xml.WriteAttributeString("xml", "lang", null, texts[0].Language);
        xml.WriteString(texts[0].Title);
        xml.WriteEndElement();
        Line(xml, "published", SignedText.Time(item.At));
        Line(xml, "updated", SignedText.Time(entry.Retracted?.At ?? item.At));
        foreach (var name in item.OnBehalf)
        {
            Person(xml, name);
        }

        xml.WriteStartElement("category", Space);
        xml.WriteAttributeString("term", SignedText.Kind(item.Kind));
        xml.WriteAttributeString("label", FeedWords.Of(item.Kind));
        xml.WriteEndElement();
        Link(xml, "alternate", "text/html", $"{feed}/items/{SignedText.Id(item.Id)}");
        foreach (var other in Related(edition, entry))
        {
            Link(xml, "related", "text/html", $"{feed}/items/{SignedText.Id(other)}");
        }

        xml.WriteStartElement("content", Space);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Html(texts));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static IEnumerable<Guid> Related(Edition edition, FeedEntry entry) =>
        edition.CorrectionsOf(entry).Select(later => later.Item.Id).Concat(entry.Item.About is { } about ? [about] : []);

    private static void Person(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Space);
        Line(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Space);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Line(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Space, value);
}

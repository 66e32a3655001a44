using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace IomSessions.Server.Records;

/// <summary>HTML that is safe to show: made from a template, and whatever is filled in is escaped, unless it is HTML of the same kind.</summary>
internal readonly record struct Markup(string Text)
{
    // letters of every script stay readable; marks of direction and whatever shows nothing are written as numbers
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(Plain());

    public static Markup Nothing { get; } = new("");

    public static Markup Of(FormattableString text) =>
        new(string.Format(CultureInfo.InvariantCulture, text.Format, [.. text.GetArguments().Select(Safe)]));

    public static Markup All(IEnumerable<Markup> parts, string between = "") => new(string.Join(between, parts.Select(part => part.Text)));

    private static TextEncoderSettings Plain()
    {
        var plain = new TextEncoderSettings(UnicodeRanges.All);
        plain.ForbidCharacters(
            '\u061C', '\u200B', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF');
        return plain;
    }

    private static object Safe(object? value) => value switch
    {
        Markup markup => markup.Text ?? "",
        _ => Encoder.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };
}

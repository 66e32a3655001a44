using System.Text;
using HarfBuzzSharp;
using IomSessions.Server.Documents.Text;

namespace IomSessions.Server.Documents.Pdf;

/// <summary>Takes a paragraph apart into what is shaped in one go.</summary>
internal static class Itemising
{
    /// <exception cref="NoFontException">A sign is in no font.</exception>
    public static List<Stretch> Of(string text, IReadOnlyList<int> clusters, byte[] levels, string language, bool bold, FontShelf fonts)
    {
        var found = new List<Stretch>();
        var asian = Tongue.EastAsianOf(language);
        var wide = asian is not null and not EastAsian.Korean;
        var at = 0;
        foreach (var length in clusters)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _);
            uint script = UnicodeFunctions.Default.GetScript((uint)rune.Value);
            var last = found.Count > 0 ? found[^1] : null;
            var face = last is not null && length == 1 && rune.Value == ' ' && last.Face.Has(' ') ? last.Face
                : fonts.For(text.Substring(at, length), asian ?? EastAsian.Simplified, wide && Signs.IsAmbiguous(rune), bold)
                ?? throw new NoFontException();
            if (last is not null && last.Level == levels[at] && last.Face == face && (IsAny(script) || IsAny(last.Script) || last.Script == script))
            {
                found[^1] = last with { To = at + length, Script = IsAny(last.Script) ? script : last.Script };
            }
            else
            {
                found.Add(new(at, at + length, levels[at], face, script));
            }

            at += length;
        }

        return found;
    }

    private static bool IsAny(uint script) => script == Script.Common || script == Script.Inherited || script == Script.Unknown;
}

using System.Collections.Immutable;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Reads from the log what a command rests on: content is not in the state. An item never changes once it is there, and whether
/// its reader may still read it is asked again when the command is decided.</summary>
internal static class QuoteReader
{
    public static async Task<ImmutableArray<Quote>> ReadAsync(Ledger ledger, IReadOnlyList<Quotation> asked, CancellationToken stop = default)
    {
        var quotes = ImmutableArray.CreateBuilder<Quote>();
        foreach (var one in asked)
        {
            var found = one.Offset switch
            {
                null => await ledger.ReadCircleAsync(one.Circle, 0, Limits.EventsCopied + 1, stop),
                > 0 and { } offset when offset <= ledger.Now.HeadOf(one.Circle).Offset => await ledger.ReadCircleAsync(one.Circle, offset - 1, 1, stop),
                _ => [],
            };
            quotes.AddRange(found.Select(item => new Quote(item.Circle, item.Offset, DateTimeOffset.FromUnixTimeSeconds(item.AtMs / 1_000), item.Event.Body)));
            if (quotes.Count > Limits.EventsCopied)
            {
                // more than any command may rest on: the core refuses it
                break;
            }
        }

        return quotes.ToImmutable();
    }
}

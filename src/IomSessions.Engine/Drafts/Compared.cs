using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Two versions of drafts, compared by words (DR3).</summary>
internal static class Compared
{
    /// <returns>Null: one of them is no text of a draft, or not his to read.</returns>
    public static async Task<IReadOnlyList<Run>?> BetweenAsync(Ledger ledger, PersonId person, VersionPlace before, VersionPlace after, CancellationToken stop) =>
        await TextAsync(ledger, person, before, stop) is { } old && await TextAsync(ledger, person, after, stop) is { } young
            ? Redline.Between(old, young)
            : null;

    private static async Task<string?> TextAsync(Ledger ledger, PersonId person, VersionPlace place, CancellationToken stop) =>
        ledger.Now.State is { } state && Access.MayRead(person, place.Circle, state) && place.Offset > 0
        && await ledger.ReadCircleAsync(place.Circle, place.Offset - 1, 1, stop) is [{ Event.Body: VersionText text }]
            ? text.Text
            : null;
}

/// <summary>Where the text of a version stands.</summary>
public sealed record VersionPlace(CircleId Circle, long Offset);

using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Server.Records;

/// <summary>The process journal at the end of a record.</summary>
/// <param name="places">How the record calls each circle that has a section of its own.</param>
internal sealed class JournalHtml(Names names, IReadOnlyDictionary<CircleId, string> places)
{
    public Markup Of(Journal journal) => Markup.Of(
        $"""
        <section>
        <h2>Process journal</h2>
        <p>Free of content: who met when, what was done, and which circle was told.</p>
        <table>
        <thead><tr><th>Time</th><th>Act</th><th>Who</th><th>Told in</th></tr></thead>
        <tbody>{Markup.All(journal.Entries.Select(Row))}</tbody>
        </table>
        <h3>What each circle was told, by kind of act</h3>
        <table>
        <thead><tr><th>Circle</th><th>Acts</th></tr></thead>
        <tbody>{Markup.All(journal.Told.Select(Row))}</tbody>
        </table>
        </section>

        """);

    private Markup Row(JournalEntry entry) => Markup.Of(
        $"<tr><td>{RecordWords.Time(entry.At)}</td><td>{Act(entry)}</td><td>{Who(entry)}</td><td>{Place(entry.Circle, CircleKind.Named)}</td></tr>\n");

    private Markup Row(JournalTold told) => Markup.Of(
        $"<tr><td>{Place(told.Circle, told.Kind)}</td><td>{string.Join("; ", told.Acts.Select(act => $"{RecordWords.Plain(act.Key)}: {act.Value}"))}</td></tr>\n");

    private string Place(CircleId circle, CircleKind kind) => places.GetValueOrDefault(circle) ?? RecordWords.Of(kind);

    private static string Act(JournalEntry entry) => entry switch
    {
        { Room: { } room } => $"Met, {RecordWords.Plain(room).ToLowerInvariant()} room",
        { Phase: { } phase } => $"Phase: {RecordWords.Plain(phase)}{(entry.Outcome is { } outcome ? ", " + RecordWords.Plain(outcome) : "")}",
        { Number: { } number } => $"{RecordWords.Plain(entry.Act)}, number {number}",
        _ => RecordWords.Plain(entry.Act),
    };

    private Markup Who(JournalEntry entry) => Markup.All(
        [.. entry.People.Select(names.Of), .. entry.Parties.Select(names.Of), .. entry.Bench == true ? (Markup[])[Markup.Of($"the mediators")] : []], ", ");
}

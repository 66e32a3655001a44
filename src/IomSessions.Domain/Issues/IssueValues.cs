using System.Collections.Immutable;
using System.Globalization;

namespace IomSessions.Domain;

/// <summary>Values as they are written: text with one way of writing each, so that the same value is the same text.</summary>
public static class IssueValues
{
    /// <summary>Whether this is a value of an issue.</summary>
    public static bool Fits(Issue issue, string? value) => value is not null && issue.Kind switch
    {
        IssueKind.Amount or IssueKind.Quantity => IsNumber(value),
        IssueKind.Share => IsNumber(value) && Number(value) is >= 0 and <= 100,
        IssueKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        IssueKind.Choice => issue.Options.Contains(value),
        IssueKind.YesNo => value is "yes" or "no",
        _ => IsWords(value),
    };

    /// <summary>A value or limit of the issue; words for an interest or an alternative; 1 (first) to 5 for a priority.</summary>
    public static bool Fits(Issue issue, PositionKind kind, string? value) => kind switch
    {
        PositionKind.Position or PositionKind.ReservationValue => Fits(issue, value),
        PositionKind.Priority => value is "1" or "2" or "3" or "4" or "5",
        _ => value is not null && IsWords(value),
    };

    /// <summary>Whether proposed values are a list: bounded, each issue once.</summary>
    public static bool AreList(ImmutableArray<ProposedValue> values) => !values.IsDefault && values.Length <= Limits.Issues
        && values.All(one => one is not null) && values.DistinctBy(one => one.Issue).Count() == values.Length;

    /// <summary>Whether each is a value of an issue that there is.</summary>
    public static bool Fit(Session state, ImmutableArray<ProposedValue> values) =>
        values.All(one => state.Issues.TryGetValue(one.Issue, out var issue) && Fits(issue, one.Value));

    public static bool IsWords(string text) => text.Length <= Limits.PositionLength && Words.Check(text, "en") is null;

    // an optional minus, digits without a needless 0 before them, a point and at most six digits; there is no minus nought
    private static bool IsNumber(string text)
    {
        var parts = (text is ['-', ..] ? text[1..] : text).Split('.');
        return parts[0].Length is > 0 and <= 18 && (parts[0][0] != '0' || parts[0].Length == 1)
            && (parts.Length == 1 || (parts.Length == 2 && parts[1].Length is > 0 and <= 6))
            && Array.TrueForAll(parts, part => part.All(char.IsAsciiDigit))
            && (text[0] != '-' || text.AsSpan().ContainsAnyInRange('1', '9'));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

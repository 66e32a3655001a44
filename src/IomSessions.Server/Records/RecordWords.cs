using System.Globalization;
using System.Text;
using IomSessions.Domain;

namespace IomSessions.Server.Records;

/// <summary>What a record says in words of its own.</summary>
internal static class RecordWords
{
    public const string Note =
        "Confidential and without prejudice. This is what one participant may read of a mediation session, as it stood when the record was made. "
        + "Nothing in it may be used in other proceedings unless the protocol of the session or those whose words they are allow it. All times are UTC.";

    public static string Of(CircleKind kind) => kind switch
    {
        CircleKind.Sitting => "Sitting",
        CircleKind.Hall => "Hall: told to everybody",
        CircleKind.Registry => "Register of people",
        CircleKind.Bench => "Mediators",
        CircleKind.Party => "Delegation",
        CircleKind.Person => "Told to this participant alone",
        CircleKind.Draft => "Draft",
        _ => "Told to a few",
    };

    /// <summary>The name of an act, of a role, of a kind of room, in plain words.</summary>
    public static string Plain(object name)
    {
        var words = new StringBuilder();
        foreach (var letter in Convert.ToString(name, CultureInfo.InvariantCulture)!)
        {
            words.Append(letter switch
            {
                '.' => " ",
                _ when char.IsUpper(letter) && words.Length > 0 => " " + char.ToLowerInvariant(letter),
                _ when words.Length == 0 => char.ToUpperInvariant(letter),
                _ => letter,
            });
        }

        return words.ToString();
    }

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

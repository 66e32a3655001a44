using System.Globalization;
using IomSessions.Storage.Feed;

namespace IomSessions.Server.Feed.Forms;

/// <summary>What the pages of the feed say in words of their own. What is published is never among it.</summary>
internal static class FeedWords
{
    public const string Language = "en";
    public const string Skip = "Skip to the statements";
    public const string Languages = "Languages";
    public const string LanguageFirst = "Show first";
    public const string OnBehalf = "On behalf of";
    public const string Retracted = "Retracted on";
    public const string RetractedNote = "The text that stood here has been taken away. What follows was published in its place.";
    public const string CorrectedBy = "Corrected by the item of";
    public const string Corrects = "Corrects the item of";
    public const string Permalink = "Link to this item";
    public const string SignedWith = "Signed with key";
    public const string SignedText = "Signed text";
    public const string Signature = "Signature";
    public const string HowToCheck = "How to check it";
    public const string All = "All public items of this case";
    public const string Follow = "Follow this case";
    public const string Events = "Server-Sent Events";
    public const string Zone = "All times are UTC.";

    public static string Title(string reference) => $"Public statements: {reference}";

    public static string Heading => "Public statements";

    public static string Case => "Case";

    public static string Of(FeedKind kind) => kind switch
    {
        FeedKind.JointStatement => "Joint statement",
        FeedKind.MediatorsStatement => "Mediators’ statement",
        FeedKind.ProceduralNotice => "Procedural notice",
        _ => "Closing note",
    };

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}

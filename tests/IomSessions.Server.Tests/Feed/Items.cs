using IomSessions.Storage.Feed;

namespace IomSessions.Server.Tests.Feed;

/// <summary>Items as they are handed over.</summary>
internal static class Items
{
    public const string Reference = "IOM/2026/8";

    private static readonly DateTimeOffset First = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <param name="at">How many times five minutes after the first.</param>
    public static FeedItem Item(string text = "The parties have met.", int at = 0, string reference = Reference) => new(
        reference, Guid.NewGuid(), First + (at * FeedBounds.Grid), FeedKind.JointStatement, ["Aldova", "Brenia"], [new("en", "On the waters", text)]);

    public static FeedItem InThree(int at = 0) => Item(at: at) with
    {
        Texts =
        [
            new("en", "On the waters", "The parties have met.\n\nThey will meet <again> & again.\nIn spring."),
            new("ar", "بشأن المياه", "التقى الطرفان."),
            new("zh-Hans", "关于水域", "双方已经会面。"),
        ],
    };

    public static FeedItem Retraction(FeedItem of, int at = 1) => Item("This statement was published in error.", at) with
    {
        Relation = FeedRelation.Retraction, About = of.Id,
    };

    public static FeedItem Correction(FeedItem of, int at = 1) => Item("The parties have met twice.", at) with
    {
        Relation = FeedRelation.Correction, About = of.Id,
    };
}

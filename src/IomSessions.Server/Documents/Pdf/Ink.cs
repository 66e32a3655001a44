namespace IomSessions.Server.Documents.Pdf;

/// <summary>How a text is set. In points.</summary>
internal sealed record Ink(float Size, bool Bold = false)
{
    public static readonly Ink Title = new(18, Bold: true);
    public static readonly Ink Heading = new(13, Bold: true);
    public static readonly Ink Words = new(11);
    public static readonly Ink Row = new(10);
    public static readonly Ink RowName = new(10, Bold: true);
    public static readonly Ink Stamp = new(9, Bold: true);
    public static readonly Ink Number = new(8);

    /// <summary>From one line to the next: scripts with marks above and below need room.</summary>
    public float Leading => Size * 1.6f;
}

namespace IomSessions.Server.Documents.Pdf;

/// <summary>A line of text where it stands: <paramref name="Baseline"/> from the top, <paramref name="Left"/> and width of its place, in points.</summary>
internal sealed record Placed(Set Line, float Left, float Width, float Baseline);

/// <summary>What stands on one page.</summary>
internal sealed class Page
{
    public List<Placed> Lines { get; } = [];

    /// <summary>Thin lines across, from the top.</summary>
    public List<float> Rules { get; } = [];
}

/// <summary>A4, in points, and what is left free on it.</summary>
internal static class Paper
{
    public const float Width = 595.28f;
    public const float Height = 841.89f;
    public const float Side = 51;
    public const float Top = 74;
    public const float Bottom = 62;

    public static float Inner => Width - 2 * Side;

    public static float End => Height - Bottom;
}

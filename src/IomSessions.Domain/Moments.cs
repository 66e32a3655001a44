namespace IomSessions.Domain;

/// <summary>Moments as they are stored and shown: nothing finer than a second.</summary>
internal static class Moments
{
    /// <summary>The whole second that this moment lies in.</summary>
    public static DateTimeOffset Second(this DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
}

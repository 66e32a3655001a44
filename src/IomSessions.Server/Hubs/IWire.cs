using IomSessions.Engine;

namespace IomSessions.Server.Hubs;

/// <summary>How frames reach one connection, beside the answers that SignalR itself writes to it. One writer of frames at a time.</summary>
internal interface IWire
{
    /// <summary>What SignalR answers stays, to go out with what is written next.</summary>
    void Hold();

    /// <summary>Writes frames, and what was held, as one message.</summary>
    /// <param name="frames">One or more.</param>
    ValueTask WriteAsync(ReadOnlySpan<Frame> frames);

    /// <summary>No frames come: what was held goes out by itself.</summary>
    ValueTask LetGoAsync();
}

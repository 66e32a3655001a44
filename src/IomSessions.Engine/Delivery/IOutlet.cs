namespace IomSessions.Engine;

/// <summary>The way out to one connection: a bounded queue with a writer of its own, so that posting never waits for a socket (DL5).</summary>
public interface IOutlet
{
    /// <summary>Takes a frame, in order. False: full, the frame was not taken; <see cref="Drained"/> follows when there is room again.</summary>
    bool TryPost(Frame frame);

    /// <summary>Drops what waits, sends a last frame and ends the connection.</summary>
    void Close(Frame last);

    /// <summary>Whatever is written to the connection from now on goes out at once with what is posted, when it is released. What is held is
    /// released soon, by whoever holds.</summary>
    void Hold() { }

    void Release() { }

    /// <summary>Nothing waits to go out.</summary>
    bool IsIdle { get; }

    /// <summary>How many frames were taken.</summary>
    long Posted { get; }

    /// <summary>How many of them have gone out.</summary>
    long Sent { get; }

    /// <summary>Set by whoever posts; called once after a refused post, when there is room again.</summary>
    Action? Drained { get; set; }
}

using System.Text;
using IomSessions.Engine;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Server.Hubs;

/// <summary>Frames as SignalR's JSON protocol writes an invocation: made once, sent to everybody it is for.</summary>
internal static class Envelopes
{
    private static readonly byte[][] Heads =
        [.. Enum.GetNames<Target>().Select(name => Encoding.UTF8.GetBytes($$"""{"type":1,"target":"{{name}}","arguments":["""))];

    private static ReadOnlySpan<byte> End => "]}\u001e"u8;

    public static SerializedHubMessage Of(Frame frame) => Made(frame).Message;

    /// <summary>Several frames as one write: one frame on the socket.</summary>
    public static SerializedHubMessage Join(IReadOnlyList<Frame> frames)
    {
        if (frames is [var single])
        {
            return Of(single);
        }

        var parts = frames.Select(frame => Made(frame).Bytes).ToList();
        var joined = new byte[parts.Sum(part => part.Length)];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(joined.AsSpan(at));
            at += part.Length;
        }

        return Wrap(joined);
    }

    private static SerializedHubMessage Wrap(byte[] bytes) => new([new SerializedMessage("json", bytes)]);

    private static Envelope Made(Frame frame)
    {
        if (frame.Envelope is Envelope made)
        {
            return made;
        }

        var head = Heads[(int)frame.Target];
        var bytes = new byte[head.Length + frame.Argument.Length + End.Length];
        head.CopyTo(bytes, 0);
        frame.Argument.Span.CopyTo(bytes.AsSpan(head.Length));
        End.CopyTo(bytes.AsSpan(head.Length + frame.Argument.Length));
        var envelope = new Envelope(bytes, Wrap(bytes));
        frame.Envelope = envelope;
        return envelope;
    }

    private sealed record Envelope(byte[] Bytes, SerializedHubMessage Message);
}

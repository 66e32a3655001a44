using System.Text;
using IomSessions.Engine;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Server.Hubs;

/// <summary>Frames as SignalR's JSON protocol writes an invocation: made once, sent to everybody it is for.</summary>
internal static class Envelopes
{
    private static readonly byte[][] Heads =
        [.. Enum.GetNames<Target>().Select(name => Encoding.UTF8.GetBytes($$"""{"type":1,"target":"{{name}}","arguments":["""))];

    /// <summary>SignalR's word that the line lives.</summary>
    public static byte[] Ping { get; } = [.. "{\"type\":6}\u001e"u8];

    private static ReadOnlySpan<byte> End => "]}\u001e"u8;

    public static byte[] Bytes(Frame frame)
    {
        if (frame.Envelope is byte[] made)
        {
            return made;
        }

        var head = Heads[(int)frame.Target];
        var bytes = new byte[head.Length + frame.Argument.Length + End.Length];
        head.CopyTo(bytes, 0);
        frame.Argument.Span.CopyTo(bytes.AsSpan(head.Length));
        End.CopyTo(bytes.AsSpan(head.Length + frame.Argument.Length));
        frame.Envelope = bytes;
        return bytes;
    }

    /// <summary>Several frames as one write.</summary>
    public static SerializedHubMessage Join(ReadOnlySpan<Frame> frames)
    {
        if (frames is [var single])
        {
            return Wrap(Bytes(single));
        }

        var length = 0;
        foreach (var frame in frames)
        {
            length += Bytes(frame).Length;
        }

        var (joined, at) = (new byte[length], 0);
        foreach (var frame in frames)
        {
            Bytes(frame).CopyTo(joined, at);
            at += Bytes(frame).Length;
        }

        return Wrap(joined);
    }

    public static SerializedHubMessage Wrap(byte[] bytes) => new([new SerializedMessage("json", bytes)]);
}

using System.Buffers.Text;
using System.Text;

namespace IomSessions.Benchmarks.Load;

/// <summary>A frame to be sent over and over, in which only numbers change: it is not built anew each time.</summary>
internal sealed class Template
{
    public const string Number = "NNNNNNNN";
    public const string Sitting = "SSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSS";

    public static readonly string Text = new('T', Mark.TextLength);

    private readonly int[] _numbers;
    private readonly int _sitting;
    private readonly int _text;

    public Template(string message)
    {
        Frame = WebSocketFrames.Text(Encoding.UTF8.GetBytes(message + "\u001e"));
        var frame = Encoding.Latin1.GetString(Frame);
        _numbers = [.. AllOf(frame, Number)];
        _sitting = frame.IndexOf(Sitting, StringComparison.Ordinal);
        _text = frame.IndexOf(Text, StringComparison.Ordinal);
    }

    public byte[] Frame { get; }

    public void Fill(uint number, ReadOnlySpan<byte> sitting, Mark mark)
    {
        foreach (var at in _numbers)
        {
            Utf8Formatter.TryFormat(number, Frame.AsSpan(at, 8), out _, new('x', 8));
        }

        if (_sitting >= 0)
        {
            sitting.CopyTo(Frame.AsSpan(_sitting));
        }

        mark.Write(Frame.AsSpan(_text));
    }

    private static IEnumerable<int> AllOf(string frame, string what)
    {
        for (var at = frame.IndexOf(what, StringComparison.Ordinal); at >= 0; at = frame.IndexOf(what, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }
}

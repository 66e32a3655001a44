using System.Buffers.Binary;
using IomSessions.Engine;

namespace IomSessions.Server.Redis;

/// <summary>Signals through Redis, sealed. One that is not of now is passed over: whoever keeps them could play them again.</summary>
internal sealed class RedisSignals : ISignals
{
    private const byte TypingKind = 2;
    private const byte CompanyKind = 3;
    private const int IdBytes = 16;

    /// <summary>How long a signal is of now, in milliseconds, nodes' clocks being what they are.</summary>
    private const long Fresh = 10_000;

    private readonly RedisLine _line;
    private readonly TimeProvider _clock;
    private Action<Signal> _heard = _ => { };

    public RedisSignals(RedisLine line, TimeProvider clock)
    {
        (_line, _clock) = (line, clock);
        line.Listen(Hear);
    }

    public void Send(Signal signal)
    {
        switch (signal)
        {
            case Signal.Typing typing:
                Span<byte> told = stackalloc byte[sizeof(long) + (3 * IdBytes)];
                BinaryPrimitives.WriteInt64BigEndian(told, NowMs);
                typing.Session.Value.TryWriteBytes(told[8..]);
                typing.Sitting.Value.TryWriteBytes(told[24..]);
                typing.By.Value.TryWriteBytes(told[40..]);
                _line.Send(TypingKind, told);
                break;
            case Signal.Company:
                _line.Send(CompanyKind, []);
                break;
        }
    }

    public IDisposable Listen(Action<Signal> heard)
    {
        _heard += heard;
        return new Ear(() => _heard = (_heard - heard) ?? (_ => { }));
    }

    private long NowMs => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    private void Hear(byte kind, ReadOnlyMemory<byte> told)
    {
        var bytes = told.Span;
        if (kind == CompanyKind && bytes.IsEmpty)
        {
            Measures.Heard("signal");
            _heard(new Signal.Company());
        }
        else if (kind == TypingKind && bytes.Length == sizeof(long) + (3 * IdBytes) && Math.Abs(NowMs - BinaryPrimitives.ReadInt64BigEndian(bytes)) < Fresh)
        {
            Measures.Heard("signal");
            _heard(new Signal.Typing(new(new Guid(bytes[8..24])), new(new Guid(bytes[24..40])), new(new Guid(bytes[40..56]))));
        }
    }

    private sealed class Ear(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

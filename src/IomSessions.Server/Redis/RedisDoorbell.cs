using System.Buffers.Binary;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Engine.InMemory;

namespace IomSessions.Server.Redis;

/// <summary>Rings through Redis: which session, and at what version; sealed.</summary>
internal sealed class RedisDoorbell : IDoorbell
{
    private const byte Kind = 1;
    private const int IdBytes = 16;

    private readonly RedisLine _line;
    private readonly LocalDoorbell _here = new();

    public RedisDoorbell(RedisLine line)
    {
        _line = line;
        line.Listen(Hear);
    }

    public void Ring(SessionId session, long version)
    {
        Span<byte> told = stackalloc byte[IdBytes + sizeof(long)];
        session.Value.TryWriteBytes(told);
        BinaryPrimitives.WriteInt64BigEndian(told[IdBytes..], version);
        _line.Send(Kind, told);
        _here.Ring(session, version);
    }

    public IDisposable Listen(Action<SessionId, long> rung) => _here.Listen(rung);

    private void Hear(byte kind, ReadOnlyMemory<byte> told)
    {
        if (kind == Kind && told.Length == IdBytes + sizeof(long))
        {
            Measures.Heard("bell");
            _here.Ring(new SessionId(new Guid(told.Span[..IdBytes])), BinaryPrimitives.ReadInt64BigEndian(told.Span[IdBytes..]));
        }
    }
}

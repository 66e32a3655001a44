using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Who takes part, and ids that follow from a seed and a key alone.</summary>
internal sealed class Cast
{
    private readonly int _seed;

    public Cast(int seed, Random chance)
    {
        _seed = seed;
        Session = new(Id("session"));
        Secretary = new(Id("secretary"));
        Mediators = [new(Id("mediator 0")), new(Id("mediator 1"))];
        Parties = [.. Enumerable.Range(0, chance.Next(2, 4)).Select(party => new PartyId(Id($"party {party}")))];
        foreach (var party in Parties)
        {
            Delegates.Add(new(new(Id($"head {Delegates.Count}")), Role.Head, party));
            Delegates.Add(new(new(Id($"counsel {Delegates.Count}")), Role.Counsel, party));
        }

        Delegates.Add(new(new(Id("agent")), Role.Agent, Parties[0]));
        Delegates.Add(new(new(Id("interpreter")), Role.Interpreter, chance.Next(2) == 0 ? null : Parties[^1]));
        Delegates.Add(new(new(Id("guest")), Role.NonParty, null));
    }

    public SessionId Session { get; }

    public PersonId Secretary { get; }

    public IReadOnlyList<PersonId> Mediators { get; }

    public IReadOnlyList<PartyId> Parties { get; }

    public List<Delegate> Delegates { get; } = [];

    public IEnumerable<PersonId> Everybody => [Secretary, .. Mediators, .. Delegates.Select(one => one.Person)];

    public Guid Id(string key)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{_seed}/{key}"), hash);
        return new Guid(hash[..16]);
    }

    /// <summary>Follows from its key alone, so that how many files there were before changes nothing.</summary>
    public FileDraw File(string key) => new(
        new(Id("file " + key)), SHA256.HashData(Id("file key " + key).ToByteArray()), Id("file salt " + key).ToByteArray());

    public CommandId Command(string key) => new(Id("command " + key));

    public static Seed SeedOf(CommandId command) => new(SHA256.HashData(command.Value.ToByteArray()));

    /// <summary>A nonce that follows from its place.</summary>
    public static void FillNonce(Span<byte> nonce, ReadOnlySpan<byte> place)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(place, hash);
        hash[..nonce.Length].CopyTo(nonce);
    }

    public static Seed SeedOf(long number)
    {
        var bytes = new byte[32];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return new(bytes);
    }

    internal sealed record Delegate(PersonId Person, Role Role, PartyId? Party);
}

using System.Security.Cryptography;
using IomSessions.Storage.Sqlite;

namespace IomSessions.Storage.Keys;

/// <summary>
/// The key above all others, 32 bytes. Who holds it and the databases can read everything; without it they tell nothing. It lives
/// outside the databases and belongs in no backup of them.
/// </summary>
public sealed class MasterKey : IDisposable
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    /// <summary>The environment variable that may carry the key as base64; it goes before the file.</summary>
    public const string Variable = "IOMSESSIONS_MASTER_KEY";

    private readonly byte[] _bytes;

    private MasterKey(byte[] bytes) => _bytes = bytes;

    /// <summary>
    /// The key from the environment, else from the file. Where there is neither a file nor a key database (the first start) a key is
    /// drawn and the file made, readable by its owner only.
    /// </summary>
    /// <param name="keyFile">Usually <c>master.key</c>.</param>
    /// <param name="keyDatabase">The file whose keys this one opens: while it exists, no new master key is made.</param>
    /// <param name="environment">Reads an environment variable; the process's own by default.</param>
    /// <exception cref="MasterKeyException">
    /// The file is missing beside a key database, can be opened by others than its owner, or is not 32 bytes; or the variable is not
    /// base64 of 32 bytes.
    /// </exception>
    public static MasterKey Open(string keyFile, string keyDatabase, Func<string, string?>? environment = null)
    {
        if ((environment ?? Environment.GetEnvironmentVariable)(Variable)?.Trim() is { Length: > 0 } text) return new MasterKey(Parse(text));
        return OpenFile(keyFile, File.Exists(keyDatabase) ? keyDatabase : null);
    }

    /// <summary>As <see cref="Open(string, string, Func{string, string?})"/>, for keys that are not in a file.</summary>
    /// <param name="keys">What there is that this key opens, in words; null: nothing yet, and a key is drawn if there is none.</param>
    /// <param name="told">Reads a setting.</param>
    /// <exception cref="MasterKeyException">It is missing, or no master key.</exception>
    public static MasterKey OpenBeside(string keyFile, string? keys, Func<string, string?> told) =>
        told(Variable)?.Trim() is { Length: > 0 } text ? new MasterKey(Parse(text)) : OpenFile(keyFile, keys);

    private static MasterKey OpenFile(string keyFile, string? keys)
    {
        if (File.Exists(keyFile)) return new MasterKey(Read(keyFile));
        if (keys is not null)
            throw new MasterKeyException(
                $"the master key is missing: {keyFile} does not exist, and {keys} cannot be opened without it. " +
                $"Put the file back, or set {Variable}. A new key would open nothing that is stored.");
        return new MasterKey(Make(keyFile));
    }

    /// <summary>A key from its 32 bytes, which are copied.</summary>
    /// <exception cref="MasterKeyException">They are not 32.</exception>
    public static MasterKey FromBytes(ReadOnlySpan<byte> bytes) => new(Demand(bytes.ToArray(), "the master key"));

    /// <summary>Overwrites the key in memory.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);

    internal ReadOnlySpan<byte> Bytes => _bytes;

    private static byte[] Parse(string text)
    {
        try { return Demand(Convert.FromBase64String(text), Variable); }
        catch (FormatException) { throw new MasterKeyException($"{Variable} is not base64"); }
    }

    private static byte[] Read(string keyFile)
    {
        DemandOwnerOnly(keyFile);
        try { return Demand(File.ReadAllBytes(keyFile), keyFile); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"{keyFile} cannot be read", e);
        }
    }

    private static void DemandOwnerOnly(string keyFile)
    {
        if (OperatingSystem.IsWindows()) return;
        var mode = File.GetUnixFileMode(keyFile);
        if ((mode & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) == 0) return;
        throw new MasterKeyException(
            $"{keyFile} can be opened by others than its owner (mode {Convert.ToString((int)mode, 8)}). " +
            $"If nobody has read it: chmod 600 {keyFile}");
    }

    // on the disk before the first key is sealed under it
    private static byte[] Make(string keyFile)
    {
        var bytes = RandomNumberGenerator.GetBytes(Length);
        try { OwnerOnly.CreateNew(keyFile, bytes); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"{keyFile} cannot be made", e);
        }
        return bytes;
    }

    private static byte[] Demand(byte[] bytes, string source) => bytes.Length == Length
        ? bytes
        : throw new MasterKeyException($"{source} holds {bytes.Length} bytes; a master key has {Length}");
}

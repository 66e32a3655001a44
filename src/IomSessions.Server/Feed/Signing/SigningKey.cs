using System.Security.Cryptography;
using IomSessions.Storage.Feed;
using NSec.Cryptography;

namespace IomSessions.Server.Feed.Signing;

/// <summary>
/// The institution's signing key: in a file of its own beside the databases, made at the first start, readable by its owner only; or, for
/// several nodes, given by whoever keeps it for all of them. To change the key, take it away and start again: the public halves of earlier
/// keys stay in the feed.
/// </summary>
internal sealed class SigningKey : IFeedSigner, IDisposable
{
    public const string FileName = "feed.key";

    private readonly Key _key;
    private readonly byte[] _public;

    private SigningKey(Key key)
    {
        (_key, _public) = (key, key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        KeyId = Proof.IdOf(_public);
    }

    public string KeyId { get; }

    public ReadOnlySpan<byte> PublicKey => _public;

    /// <exception cref="IOException">The file cannot be made or read, is no key, or can be opened by others than its owner.</exception>
    public static SigningKey Open(string path)
    {
        if (!File.Exists(path))
        {
            Make(path);
        }

        DemandOwnerOnly(path);
        try
        {
            return Of(File.ReadAllBytes(path));
        }
        catch (FormatException)
        {
            throw new IOException($"{path} is no Ed25519 key (PEM, PKCS #8)");
        }
    }

    /// <summary>A key from its text (PEM, PKCS #8), which is overwritten.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SigningKey Of(byte[] text)
    {
        try
        {
            return new(Key.Import(SignatureAlgorithm.Ed25519, text, KeyBlobFormat.PkixPrivateKeyText));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>The text of a fresh key.</summary>
    public static byte[] Draw()
    {
        using var key = Key.Create(
            SignatureAlgorithm.Ed25519, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
        return key.Export(KeyBlobFormat.PkixPrivateKeyText);
    }

    public byte[] Sign(ReadOnlySpan<byte> message) => SignatureAlgorithm.Ed25519.Sign(_key, message);

    public void Dispose() => _key.Dispose();

    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(Draw());
        file.Flush(flushToDisk: true);
    }

    private static void DemandOwnerOnly(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
        {
            throw new IOException($"{path} can be opened by others than its owner. If nobody has read it: chmod 600 {path}");
        }
    }
}

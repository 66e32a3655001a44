using System.Buffers.Text;
using System.Security.Cryptography;

namespace IomSessions.Storage.Access;

/// <summary>A fresh secret: its text goes to its holder once and is kept nowhere.</summary>
public sealed record Token(string Text, TokenHash Hash)
{
    private const int Bytes = 32;

    /// <summary>256 random bits as 43 characters of base64url: fit for links, cookies and headers.</summary>
    public static Token Draw()
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return new Token(text, TokenHash.Of(text));
    }

    /// <summary>Nothing that a log could keep.</summary>
    public override string ToString() => nameof(Token);
}

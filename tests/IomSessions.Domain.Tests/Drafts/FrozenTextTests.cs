using System.Security.Cryptography;
using System.Text;

namespace IomSessions.Domain.Tests.Drafts;

public sealed class FrozenTextTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 5, 14, 0, 7, 250, TimeSpan.FromHours(2));

    [Fact]
    public void DR3_freezing_fixes_text_number_date_and_hash()
    {
        var frozen = FrozenText.Of(3, At, 41, "The Parties agree. 条 ع 😀", []);
        Assert.Equal((3, 41, "The Parties agree. 条 ع 😀", ""), (frozen.Number, frozen.Version, frozen.Text, frozen.Salt));
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 12, 0, 7, TimeSpan.Zero), frozen.At);
        // with any tool: printf 'The Parties agree. 条 ع 😀' | sha256sum
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(frozen.Text))), frozen.Hash);
        Assert.True(frozen.Holds(frozen.Text));
        Assert.False(frozen.Holds(frozen.Text + " "));
    }

    [Fact]
    public void ST4_the_hash_of_what_is_not_published_is_salted()
    {
        var (one, other) = (FrozenText.Of(1, At, 7, "yes", new byte[16]), FrozenText.Of(1, At, 7, "yes", [.. Enumerable.Repeat((byte)1, 16)]));
        Assert.NotEqual(one.Hash, other.Hash);
        Assert.NotEqual(one.Hash, FrozenText.Of(1, At, 7, "yes", []).Hash);
        Assert.True(other.Holds("yes"));
    }

    [Fact]
    public void DR3_texts_that_look_alike_and_differ_have_different_hashes() =>
        Assert.NotEqual(FrozenText.HashOf("caf\u00e9", []), FrozenText.HashOf("cafe\u0301", []));
}

using System.Text;
using IomSessions.Server.Records;

namespace IomSessions.Server.Feed.Forms;

/// <summary>How anybody can check an item with nothing of ours.</summary>
internal static class VerifyHtml
{
    /// <summary>What a reader types; a test runs exactly this.</summary>
    public const string Command = "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in item.txt -sigfile item.sig";

    public static byte[] Of(FeedOptions options) => Encoding.UTF8.GetBytes(Markup.All(
    [
        PageHtml.Begin("How to check a public item", Markup.Nothing),
        Markup.Of($"<header><p class=\"house\"><bdi>{options.Institution}</bdi></p><h1>How to check a public item</h1></header>\n"),
        new Markup($$"""
            <main>
            <p>Each item is signed with the institution’s key (Ed25519, RFC 8032). Whoever has the public key can see that an item is the institution’s and that not one letter has been changed, wherever he got it.</p>
            <h2>With openssl (3.0 or later)</h2>
            <ol>
            <li>From the item, save <em>Signed text</em> as <code>item.txt</code> and <em>Signature</em> as <code>item.sig</code>.</li>
            <li>Save <a href="/feed/key">the key</a> as <code>key.pem</code>. If the item names an earlier key, it is at <code>/feed/key/</code> followed by the key’s name.</li>
            <li>Run <pre>{{Command}}</pre> The answer is <code>Signature Verified Successfully</code>.</li>
            <li>Read <code>item.txt</code>: it is what was signed.</li>
            </ol>
            <h2>With the server’s program</h2>
            <p>It reads a JSON Feed or a single item, from a file or an address, and checks every item in it:</p>
            <pre>dotnet IomSessions.Server.dll verify https://…/feed/…/feed.json --key key.pem</pre>
            <h2>The key</h2>
            <p>A key from the same place as the text proves only that both come from there. Compare the key’s name with what the institution has published elsewhere. The name is the first 16 digits of the SHA-256 of the key’s 32 bytes:</p>
            <pre>openssl pkey -pubin -in key.pem -outform DER | tail -c 32 | sha256sum | cut -c 1-16</pre>
            <h2>What is signed</h2>
            <p>Lines of UTF-8, each ending with one line feed: <code>IomSessions public item 1</code>; then, each as name, colon, space, value: <code>reference</code>, <code>id</code>, <code>at</code>, <code>kind</code>, one <code>on behalf of</code> for each name; <code>corrects</code> or <code>retracts</code> with the id of the earlier item, if there is one; for an item that has been retracted, <code>retracted by</code> and <code>retracted at</code>; <code>key</code>. Then for each language an empty line, <code>language</code>, <code>title</code>, and the text, each line of it after a bar and a space, an empty one after a bar alone. Nothing else begins with a bar.</p>
            <p>An item that has been retracted is signed anew without its texts; the signature of what it said before has been destroyed with them.</p>
            </main>
            </body>
            </html>

            """),
    ]).Text);
}

using System.Security.Cryptography;
using System.Text;

namespace IomSessions.Server.Feed.Forms;

/// <summary>How the pages look: light and dark as the reader's system is, narrow and wide, on paper. The policy names it by its hash.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--text:#16181d;--soft:#4a5160;--line:#c9ced8;--back:#fff;--mark:#f1f3f7;--link:#0b4a8f;--warn:#8a3b00}
        @media screen and (prefers-color-scheme:dark){:root{--text:#e8eaf0;--soft:#b0b7c6;--line:#414858;--back:#14171d;--mark:#1f242d;--link:#8fc1ff;--warn:#ffb27a}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:46rem;padding:1rem;color:var(--text);background:var(--back);font:1.0625rem/1.6 Georgia,'Noto Serif','Noto Naskh Arabic','Noto Serif CJK SC',serif;overflow-wrap:anywhere}
        h1,h2,.house,.facts,.note,nav,footer,.skip,.tongue{font-family:system-ui,'Noto Sans','Noto Sans Arabic','Noto Sans CJK SC',sans-serif}
        h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0 1rem}h2{font-size:1.0625rem;line-height:1.35;margin:0}h3{font-size:1.25rem;line-height:1.35;margin:.25rem 0 .5rem}
        .house{margin:0;color:var(--soft);font-size:.9375rem}
        a{color:var(--link)}a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;inset-inline-start:-999rem}.skip:focus{position:static}
        nav{font-size:.9375rem}nav ul,footer ul{list-style:none;display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem;margin:0;padding:0}
        nav a,footer a{display:inline-block;padding-block:.25rem}
        article{border-block-start:2px solid var(--line);margin-block-start:2rem;padding-block-start:1rem}
        .facts{font-size:.9375rem;color:var(--soft);margin:.25rem 0 0}
        .text{margin-block-start:1.25rem;text-align:start}.text p{margin:0 0 .75rem}.tongue{font-size:.8125rem;color:var(--soft);margin:0}
        .text+.text{border-block-start:1px dashed var(--line);padding-block-start:1.25rem}
        .note{background:var(--mark);border-inline-start:4px solid var(--warn);padding:.5rem .75rem;margin:.75rem 0 0;font-size:.9375rem}
        footer{font-size:.875rem;color:var(--soft);margin-block-start:1rem}body>footer{border-block-start:2px solid var(--line);margin-block-start:2.5rem;padding-block-start:.75rem}
        code,pre{font:.875rem/1.5 ui-monospace,'Noto Sans Mono',monospace}pre{background:var(--mark);padding:.75rem;white-space:pre-wrap}
        @media print{:root{color-scheme:light}body{max-width:none;padding:0;color:#000;background:#fff;font-size:11pt}nav,.skip,body>footer nav{display:none}h2,h3{break-after:avoid}.facts,footer,.tongue,.house{color:#333}.text p{orphans:3;widows:3}a{color:inherit}.link::after{content:" (" attr(href) ")"}}
        """;

    public static string Hash { get; } = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)));
}

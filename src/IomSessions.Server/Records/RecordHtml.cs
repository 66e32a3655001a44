using System.Buffers;
using System.Text;
using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Server.Records;

/// <summary>A record to read and to print: one page that needs nothing else, without a script, and loads nothing.</summary>
internal sealed class RecordHtml : IRecordForm
{
    // written by itself: in a template its braces would have to be doubled
    private const string Style = """
        body{font:1rem/1.5 Georgia,'Noto Serif',serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
        h1,h2,h3{font-family:system-ui,sans-serif;line-height:1.25}h2{margin-block-start:2.5rem;border-block-start:1px solid #999;padding-block-start:1rem}
        ol,ul{list-style:none;padding:0}li{margin-block:.75rem;break-inside:avoid}.by,.note,.facts,.files,table{font:.875rem/1.4 system-ui,sans-serif}
        .by,.text,.facts,.note{margin:0}.text{white-space:pre-wrap;overflow-wrap:anywhere;text-align:start}.facts{overflow-wrap:anywhere}
        time,.note{color:#444}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.25rem .5rem;border:1px solid #bbb}
        .prejudice{border:1px solid #555;padding:.75rem 1rem}@media print{body{margin:0;max-width:none}h2{break-after:avoid}}
        """;

    private readonly IBufferWriter<byte> _to;
    private readonly Names _names = new();
    private readonly RecordLines _lines;
    private readonly Dictionary<CircleId, string> _places = [];
    private RecordedCircle? _circle;
    private bool _isOpen;

    public RecordHtml(IBufferWriter<byte> to) => (_to, _lines) = (to, new RecordLines(_names));

    public void Begin(OwnRecord record, DateTimeOffset at)
    {
        Write(Markup.Of($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
        Write(Markup.Of($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"));
        Write(Markup.Of($"<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n"));
        Write(Markup.Of($"<title>Record: {record.Card.Title}</title>\n<style>{new Markup(Style)}</style>\n</head>\n<body>\n"));
        Write(Markup.Of($"<h1 dir=\"auto\">{record.Card.Title}</h1>\n<p>Record of <bdi>{record.Person.Name}</bdi>, reference <bdi>{record.Card.Reference}</bdi>, "));
        Write(Markup.Of($"made at {RecordWords.Time(at)} UTC</p>\n<p class=\"prejudice\">{RecordWords.Note}</p>\n"));
    }

    public void BeginCircle(RecordedCircle circle)
    {
        (_circle, _isOpen) = (circle, false);
        _places[circle.Circle] = $"{_places.Count + 1}. {RecordWords.Of(circle.Kind)}";
    }

    public void Add(Recorded told)
    {
        _names.Learn(told.Event.Body);
        if (!_isOpen)
        {
            // its first event says what it is called
            Head(told.Event.Body);
        }

        Write(_lines.Of(told));
    }

    public void BeginLater()
    {
        if (_isOpen && _circle!.Kind == CircleKind.Sitting)
        {
            Write(Markup.Of($"</ol>\n<ol class=\"later\">"));
        }
    }

    public void EndCircle()
    {
        if (_isOpen)
        {
            Write(Markup.Of($"</ol>\n</section>\n"));
        }
    }

    public void End(Journal journal)
    {
        Write(new JournalHtml(_names, _places).Of(journal));
        Write(Markup.Of($"</body>\n</html>\n"));
    }

    private void Head(EventBody first)
    {
        _isOpen = true;
        var place = _places[_circle!.Circle];
        Write(first switch
        {
            SittingOpened sitting => Markup.Of(
                $"<section>\n<h2>{place}: <bdi>{sitting.Name}</bdi></h2>\n<p>{RecordWords.Plain(sitting.Kind)} room. There sat: {_lines.People(sitting.People)}{With(sitting)}</p>\n<ol>"),
            BriefingOpened copy => Markup.Of(
                $"<section>\n<h2>{place}: <bdi>{copy.Name}</bdi>, a copy</h2>\n<p>{RecordWords.Plain(copy.Kind)} room. There sat: {_lines.People(copy.People)}. Copied by {_lines.People([copy.By])}</p>\n<ol>"),
            DelegationOpened delegation => Markup.Of($"<section>\n<h2>{place} {_names.Of(delegation.Party)}</h2>\n<ol>"),
            _ => Markup.Of($"<section>\n<h2>{place}</h2>\n<ol>"),
        });
    }

    private static Markup With(SittingOpened sitting) => sitting.Companions is not { IsDefaultOrEmpty: false } companions
        ? Markup.Nothing
        : Markup.Of($". With them: {Markup.All(companions.Select(one => Markup.Of($"<bdi>{one.Name}</bdi>")), ", ")}");

    private void Write(Markup markup) => Encoding.UTF8.GetBytes(markup.Text, _to);
}

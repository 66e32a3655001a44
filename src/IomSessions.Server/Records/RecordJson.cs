using System.Buffers;
using System.Text.Json;
using IomSessions.Engine;

namespace IomSessions.Server.Records;

/// <summary>A record for programs: the events as they came on the wire, and the journal (PROTOCOL.md).</summary>
internal sealed class RecordJson(IBufferWriter<byte> to) : IRecordForm, IDisposable
{
    private readonly Utf8JsonWriter _json = new(to, new JsonWriterOptions { Encoder = DomainJson.Options.Encoder });

    public void Begin(OwnRecord record, DateTimeOffset at)
    {
        _json.WriteStartObject();
        _json.WriteString("format", "iomsessions.record.1");
        Write("madeAt", at);
        _json.WriteString("note", RecordWords.Note);
        Write("session", record.Card);
        Write("person", new { Person = record.Person.Id, record.Person.Name, record.Person.Role, record.Person.Party });
        _json.WriteStartArray("circles");
    }

    public void BeginCircle(RecordedCircle circle)
    {
        _json.WriteStartObject();
        Write("circle", circle.Circle);
        Write("kind", circle.Kind);
        _json.WriteStartArray("events");
    }

    public void Add(Recorded told)
    {
        _json.WriteRawValue(told.Wire.Span, skipInputValidation: true);
        _json.Flush();
    }

    public void BeginLater()
    {
        _json.WriteEndArray();
        _json.WriteStartArray("renditions");
    }

    public void EndCircle()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    public void End(Journal journal)
    {
        _json.WriteEndArray();
        Write("journal", new { journal.Entries, journal.Told });
        _json.WriteEndObject();
        _json.Flush();
    }

    private void Write<T>(string name, T value)
    {
        _json.WritePropertyName(name);
        JsonSerializer.Serialize(_json, value, DomainJson.Options);
    }

    public void Dispose() => _json.Dispose();
}

using System.Text.Json;
using System.Text.Json.Serialization;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The text of a draft at a version, in pieces.</summary>
/// <param name="Hash">The mark of the change that led to it.</param>
/// <param name="More">Another piece follows.</param>
public sealed record DraftTextSignal(CircleId Circle, long Version, string Hash, string Text, bool More);

/// <summary>Changes of a draft, one version each, in order.</summary>
/// <param name="From">The version that the first of them follows.</param>
/// <param name="Hash">The mark of the last of them.</param>
public sealed record DraftChangesSignal(CircleId Circle, long From, string Hash, ChangeList Changes);

/// <summary>Where somebody in the same room is writing. Never stored.</summary>
/// <param name="Version">That the places are of.</param>
/// <param name="Anchor">Where the selection began, in UTF-16 units.</param>
/// <param name="Head">Where the caret is.</param>
public sealed record DraftCaretSignal(CircleId Circle, PersonId Person, EditorId Editor, long Version, int Anchor, int Head);

/// <summary>Changes as they go on the wire: a JSON array of what was encoded once.</summary>
[JsonConverter(typeof(Converter))]
public sealed class ChangeList
{
    private readonly IReadOnlyList<RecordedChange> _changes;

    internal ChangeList(IReadOnlyList<RecordedChange> changes) => _changes = changes;

    internal sealed class Converter : JsonConverter<ChangeList>
    {
        public override ChangeList Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException("Only the server writes changes.");

        public override void Write(Utf8JsonWriter writer, ChangeList list, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var one in list._changes)
            {
                writer.WriteRawValue(one.Wire.Span, skipInputValidation: true);
            }

            writer.WriteEndArray();
        }
    }
}

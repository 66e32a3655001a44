using System.Text.Json.Serialization;

namespace IomSessions.Wire;

/// <summary>One thing asked for.</summary>
/// <param name="Id">Made by the caller: 32 random hexadecimal digits. The same again is the same request (DL4).</param>
public sealed record Request(string Id, CommandBody Command);

/// <summary>What became of a request; given after it is stored (DL3).</summary>
public sealed record Reply(
    bool Ok,
    Answer? Answer = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Refusal? Refusal = null)
{
    public static Reply Done(Answer? answer = null) => new(true, answer);

    public static Reply Refused(Refusal refusal) => new(false, Refusal: refusal);
}

/// <summary>What the caller is told beyond "done".</summary>
/// <param name="Left">Those who sat in the sitting that was named and do not hear the speaker any more (SI2).</param>
public sealed record Answer(IReadOnlyList<string> Left);

/// <summary>What an arrangement would do, or why it would be refused.</summary>
public sealed record PreviewReply(
    bool Ok,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Consequences? Consequences = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Refusal? Refusal = null)
{
    public static PreviewReply Shows(Consequences consequences) => new(true, consequences);

    public static PreviewReply Refused(Refusal refusal) => new(false, Refusal: refusal);
}

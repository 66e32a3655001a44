using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Server.Access;

/// <summary>Acts of the house at the door, where an answer that is lost must not be taken for a refusal.</summary>
internal static class Insisting
{
    // about as long as somebody waits before a page
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>As <see cref="LiveSession.NoteAsync(CommandBody)"/>; while the store does not answer it is asked again under the same id, so that
    /// it is done once, and what was stored the first time is heard (DL4).</summary>
    /// <returns>Refused as unavailable: whether it was stored is still not known.</returns>
    public static async Task<CommandOutcome> InsistAsync(this LiveSession live, CommandBody body, TimeProvider clock)
    {
        var id = new CommandId(Guid.NewGuid());
        var outcome = await live.NoteAsync(id, body);
        foreach (var pause in Pauses.TakeWhile(_ => IsUnknown(outcome)))
        {
            await Task.Delay(pause, clock);
            outcome = await live.NoteAsync(id, body);
        }

        return outcome;
    }

    public static bool IsUnknown(CommandOutcome outcome) =>
        outcome is CommandOutcome.Refused { Refusal: var refusal } && refusal == EngineRefusals.Unavailable;
}

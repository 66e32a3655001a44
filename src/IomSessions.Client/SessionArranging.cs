using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>Moving people and asking a second time (RM4).</summary>
public static class SessionArranging
{
    /// <summary>Sends an arrangement; when it has to be confirmed, asks, and sends it again with exactly what was named.</summary>
    /// <param name="confirm">Whether a person says yes to these consequences.</param>
    /// <returns>The answer, or the refusal that named the consequences when the answer was no.</returns>
    public static async Task<Reply> ArrangeAsync(
        this SessionConnection session, Arrangement arrangement, Func<Consequences, ValueTask<bool>> confirm,
        CancellationToken stop = default)
    {
        var reply = await session.DoAsync(arrangement.ToCommand(), stop);
        return reply.Refusal is { Code: RefusalCodes.NeedsConfirmation, Detail.Consequences: { } named } && await confirm(named)
            ? await session.DoAsync(arrangement.ToCommand(Confirmation.Of(named)), stop)
            : reply;
    }
}

using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Demo;

/// <summary>Somebody of the case, with his own open device: a program that speaks for him.</summary>
/// <param name="bearer">Of his device; null: it has a cookie.</param>
internal sealed class DemoActor(DemoPerson card, string person, SessionConnection line, string? bearer = null) : IAsyncDisposable
{
    public DemoPerson Card { get; } = card;

    /// <summary>Id of the participant.</summary>
    public string Person { get; } = person;

    public SessionConnection Line { get; } = line;

    public string? Bearer { get; } = bearer;

    /// <summary>Asks for something and takes no for an error: a demonstration has no second plan.</summary>
    public async Task<Reply> DoAsync(CommandBody command, CancellationToken stop) =>
        Insist(await Line.DoAsync(command, stop), command.GetType().Name);

    /// <summary>Moves people; a mediator of the demonstration confirms what he is asked to confirm.</summary>
    public async Task ArrangeAsync(Func<SessionView, Arrangement> build, CancellationToken stop)
    {
        while (true)
        {
            var seen = Line.View;
            var reply = await Line.ArrangeAsync(build(seen), _ => ValueTask.FromResult(true), stop);
            if (reply.Refusal is not { Code: RefusalCodes.FloorChanged })
            {
                Insist(reply, nameof(Arrange));
                return;
            }

            // what changed is on its way here
            await Line.WaitForAsync(view => !ReferenceEquals(view.Floor, seen.Floor), stop);
        }
    }

    public ValueTask DisposeAsync() => Line.DisposeAsync();

    private Reply Insist(Reply reply, string what) => reply.Refusal is { } refusal
        ? throw new InvalidOperationException($"The demonstration stopped: {what} by {Card.Name} was refused with {refusal.Code}.")
        : reply;
}

/// <summary>Everybody of the case, the ids behind the script's keys, and the way in.</summary>
internal sealed class DemoCast : IAsyncDisposable
{
    public required Uri Server { get; init; }

    public required SessionHttp House { get; init; }

    public required string Session { get; init; }

    /// <summary>The secretariat.</summary>
    public required DemoActor Secretary { get; init; }

    public Dictionary<string, DemoActor> Actors { get; } = [];

    /// <summary>Ids of parties by key.</summary>
    public Dictionary<string, string> Parties { get; } = [];

    /// <summary>Ids of rooms by key.</summary>
    public Dictionary<string, string> Rooms { get; } = [];

    public IEnumerable<DemoActor> Mediators => Actors.Values.Where(actor => actor.Card.Role == Role.Mediator);

    /// <summary>Whose floor the demonstration goes by.</summary>
    public DemoActor Chair => Mediators.First();

    public async ValueTask DisposeAsync()
    {
        foreach (var actor in Actors.Values.Append(Secretary))
        {
            await actor.DisposeAsync();
        }
    }
}

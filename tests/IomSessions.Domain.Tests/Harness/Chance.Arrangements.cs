namespace IomSessions.Domain.Tests;

/// <summary>Arrangements that are kept and applied again, interpreters, and who is with whom.</summary>
internal sealed partial class Chance
{
    private (PersonId, CommandBody) Arrangements(Session state)
    {
        var by = Someone(state, p => p.IsMediator);
        if (state.Arrangements.Count == 0 || OneIn(3))
        {
            return (by, new SaveArrangement(Named.Arrangement($"{seed} {_made++}"), $"arrangement {_made}", Arrange(state, null).Moves));
        }

        var saved = Of(state.Arrangements.Values);
        return Upto(5) switch
        {
            0 => (by, new RenameArrangement(saved.Id, $"named {_made++}")),
            1 => (by, new ForgetArrangement(saved.Id)),
            _ => (by, Arrange(state, null) with { Moves = saved.Moves }),
        };
    }

    private (PersonId, CommandBody) Interpreters(Session state)
    {
        var whom = Of(state.People.Values.Where(p => p.Role == Role.Interpreter && !OneIn(6)).Select(p => p.Id).DefaultIfEmpty(Person(state)));
        return (Someone(state, p => p.IsMediator || p.Holds(Authority.Appoint) || p.Role == Role.Secretariat), Upto(5) switch
        {
            0 => new AssignInterpreter(whom, [], Of(state.Parties.Keys), false),
            1 => new AssignInterpreter(whom, [], null, true),
            2 => new AssignInterpreter(whom, [], null, false),
            _ => new AssignInterpreter(whom, [Person(state), Person(state)], null, false),
        });
    }

    private (PersonId, CommandBody) Companions(Session state)
    {
        var accompanied = state.People.Values.Where(p => p.Companions.Count > 0).ToList();
        if (accompanied.Count > 0 && OneIn(2))
        {
            var person = Of(accompanied);
            return (OneIn(6) ? Person(state) : person.Id, new EndCompanion(Of(person.Companions).Id));
        }

        var by = Someone(state, p => p.Room is not null || p.Status == PersonStatus.Lobby);
        return (by, new DeclareCompanion(Named.Companion($"{seed} {_made++}"), $"companion {_made}", OneIn(8) ? "2025-1" : "2026-1"));
    }
}

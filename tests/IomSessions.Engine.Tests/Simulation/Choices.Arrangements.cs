using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

/// <summary>Arrangements that the bench keeps, interpreters, and who is with whom.</summary>
internal sealed partial class Choices
{
    private CommandBody OfArrangements(Session seen)
    {
        var kept = seen.Arrangements.Values.OrderBy(saved => saved.Id.Value).ToList();
        return kept.Count == 0 || chance.Next(3) == 0
            ? new SaveArrangement(new(New("arrangement")), "Arrangement " + _made, Arrange(seen).Moves)
            : chance.Next(4) switch
            {
                0 => new RenameArrangement(Any(kept).Id, "Called " + chance.Next(100)),
                1 => new ForgetArrangement(Any(kept).Id),
                _ => Arrange(seen) with { Moves = Any(kept).Moves },
            };
    }

    private AssignInterpreter OfInterpreters(Session seen)
    {
        var interpreters = seen.People.Values.Where(p => p.Role == Role.Interpreter).OrderBy(p => p.Id.Value).Select(p => p.Id).ToList();
        var whom = interpreters.Count > 0 ? Any(interpreters) : Person(seen);
        return chance.Next(4) switch
        {
            0 => new AssignInterpreter(whom, [], Any(cast.Parties), false),
            1 => new AssignInterpreter(whom, [], null, true),
            _ => new AssignInterpreter(whom, [Any(cast.Delegates).Person], null, false),
        };
    }

    private CommandBody OfCompanions(Person by) => by.Companions.Count > 0 && chance.Next(2) == 0
        ? new EndCompanion(Any(by.Companions).Id)
        : new DeclareCompanion(new(New("companion")), "Companion " + chance.Next(100), "2026-1");
}

using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The rule of access asked once per person and circle within one turn: it cannot change within a state.</summary>
internal sealed class Readable(Session state)
{
    private readonly Dictionary<(PersonId, CircleId), bool> _asked = [];

    public bool May(PersonId person, CircleId circle)
    {
        if (!_asked.TryGetValue((person, circle), out var may))
        {
            _asked[(person, circle)] = may = Access.MayRead(person, circle, state);
        }

        return may;
    }
}

using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The rule of access asked once per person and circle within one state: within it the answer cannot change.</summary>
internal sealed class Readable(Session state)
{
    /// <summary>Answers kept; then they are asked anew, so that a quiet session does not gather them for ever.</summary>
    private const int Kept = 20_000;

    private readonly Dictionary<(PersonId, CircleId), bool> _asked = [];

    /// <summary>Whether the answers are those of this state.</summary>
    public bool IsOf(Session other) => ReferenceEquals(state, other);

    public bool May(PersonId person, CircleId circle)
    {
        if (!_asked.TryGetValue((person, circle), out var may))
        {
            if (_asked.Count >= Kept)
            {
                _asked.Clear();
            }

            _asked[(person, circle)] = may = Access.MayRead(person, circle, state);
        }

        return may;
    }
}

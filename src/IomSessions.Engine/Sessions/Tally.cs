using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Who does how much of something at this moment: each person is counted for himself (SE3).</summary>
public sealed class Tally(int atOnce)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PersonId, List<Place>> _places = [];

    /// <summary>Begins one more.</summary>
    /// <param name="beside">The sizes of what he does besides.</param>
    /// <returns>To be disposed of at the end; null: he does as much as he may.</returns>
    public IDisposable? Enter(PersonId person, long size, out IReadOnlyList<long> beside)
    {
        lock (_gate)
        {
            var mine = _places.TryGetValue(person, out var known) ? known : _places[person] = [];
            beside = [.. mine.Select(place => place.Size)];
            if (mine.Count >= atOnce)
            {
                return null;
            }

            var place = new Place(this, person, size);
            mine.Add(place);
            return place;
        }
    }

    private sealed class Place(Tally tally, PersonId person, long size) : IDisposable
    {
        public long Size => size;

        public void Dispose()
        {
            lock (tally._gate)
            {
                if (tally._places.TryGetValue(person, out var mine) && mine.Remove(this) && mine.Count == 0)
                {
                    tally._places.Remove(person);
                }
            }
        }
    }
}

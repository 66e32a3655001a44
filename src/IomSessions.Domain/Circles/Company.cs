using System.Collections;
using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>A set of people, in the order of their random ids: the order tells nothing. Equal when its people are the same.</summary>
public sealed class Company : IEquatable<Company>, IReadOnlyCollection<PersonId>
{
    private static readonly Comparer<PersonId> ById = Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value));

    private readonly ImmutableArray<PersonId> _people;

    private Company(ImmutableArray<PersonId> sorted) => _people = sorted;

    public static Company Nobody { get; } = new([]);

    public int Count => _people.Length;

    public static Company Of(params IEnumerable<PersonId> people)
    {
        var sorted = people.Distinct().Order(ById).ToImmutableArray();
        return sorted.IsEmpty ? Nobody : new Company(sorted);
    }

    public bool Contains(PersonId person) => _people.BinarySearch(person, ById) >= 0;

    /// <summary>Whether everybody of this company is in the other.</summary>
    public bool IsWithin(Company other) => _people.All(other.Contains);

    public Company Without(Company others) => Of(_people.Where(person => !others.Contains(person)));

    public bool Equals(Company? other) => other is not null && _people.AsSpan().SequenceEqual(other._people.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as Company);

    public override int GetHashCode() => _people.Aggregate(17, (hash, person) => HashCode.Combine(hash, person));

    public IEnumerator<PersonId> GetEnumerator() => ((IEnumerable<PersonId>)_people).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

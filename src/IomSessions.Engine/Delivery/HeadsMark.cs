using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>
/// The XOR of the heads of all that a person may read, kept from beat to beat: a session gains circles for as long as it lasts, and
/// between two beats few of them change. Within one epoch of access nobody's right to a circle that existed changes.
/// </summary>
internal sealed class HeadsMark
{
    private Applied _at = Applied.Nothing;
    private UInt128 _mark;

    public UInt128 Of(PersonId person, Ledger ledger, Applied now)
    {
        var state = now.State!;
        var grown = _at.State?.AccessEpoch == state.AccessEpoch && now.Version - _at.Version < now.Heads.Count ? ledger.After(_at.Version).Events : null;
        _mark = grown is null
            ? now.Heads.Where(head => Access.MayRead(person, head.Key, state)).Aggregate(UInt128.Zero, (mark, head) => mark ^ head.Value.Mark)
            : grown.Select(one => one.Circle).Distinct().Where(circle => Access.MayRead(person, circle, state))
                .Aggregate(_mark, (mark, circle) => mark ^ MarkIn(_at, circle) ^ MarkIn(now, circle));
        _at = now;
        return _mark;
    }

    private static UInt128 MarkIn(Applied applied, CircleId circle) => applied.Heads.TryGetValue(circle, out var head) ? head.Mark : 0;
}

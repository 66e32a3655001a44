using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The newest events, up to a number and to so many bytes, and one at least: a ring, of which the end is taken often and is short. Not
/// thread-safe.</summary>
internal sealed class Tail(int kept, long bytes)
{
    private Recorded[] _ring = [];
    private int _next;
    private long _bytes;

    public int Count { get; private set; }

    public void Add(Recorded one)
    {
        if (Count == _ring.Length && Count < kept)
        {
            var larger = new Recorded[Math.Min(kept, Math.Max(16, Count * 2))];
            Last(Count).CopyTo(larger, 0);
            (_ring, _next) = (larger, Count % larger.Length);
        }

        if (_ring.Length == 0)
        {
            return;
        }

        if (Count == _ring.Length)
        {
            Drop();
        }

        _ring[_next] = one;
        _next = (_next + 1) % _ring.Length;
        Count++;
        for (_bytes += one.Wire.Length; _bytes > bytes && Count > 1;)
        {
            Drop();
        }
    }

    /// <summary>The event at a place, if it is among them; the newest are looked at first.</summary>
    public Recorded? Find(CircleId circle, long offset)
    {
        for (var at = 1; at <= Count; at++)
        {
            var one = Back(at);
            if (one.Circle == circle && one.Offset <= offset)
            {
                return one.Offset == offset ? one : null;
            }
        }

        return null;
    }

    /// <summary>From the newest backwards, for as long as the answer is yes.</summary>
    public void LookBack(Func<Recorded, bool> goOn)
    {
        for (var at = 1; at <= Count && goOn(Back(at)); at++)
        {
        }
    }

    /// <summary>The newest so many, in order.</summary>
    public Recorded[] Last(int count)
    {
        var last = new Recorded[count];
        var beforeNext = Math.Min(count, _next);
        Array.Copy(_ring, _next - beforeNext, last, count - beforeNext, beforeNext);
        Array.Copy(_ring, _ring.Length - (count - beforeNext), last, 0, count - beforeNext);
        return last;
    }

    // the oldest
    private void Drop()
    {
        ref var oldest = ref _ring[(_next - Count + _ring.Length) % _ring.Length];
        _bytes -= oldest.Wire.Length;
        oldest = null!;
        Count--;
    }

    // 1: the newest
    private Recorded Back(int at) => _ring[(_next - at + _ring.Length) % _ring.Length];
}

using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>How much more a store may put on a page.</summary>
public struct PageRoom
{
    private long _bytes;

    /// <summary>The page ends: there may be more behind it.</summary>
    public readonly bool IsFull => _bytes >= Limits.PageBytes;

    /// <summary>A body stands on the page.</summary>
    public void Take(byte[] body) => _bytes += body.Length;

    /// <summary>Whether a page of these was cut where it was full.</summary>
    public static bool IsFilledBy(IEnumerable<StoredEvent> rows) => rows.Sum(row => (long)row.Sealed.Length) >= Limits.PageBytes;

    /// <summary>The first of these that go on one page; one at least, if there is one.</summary>
    public static int Fitting<T>(IEnumerable<T> rows, Func<T, byte[]> body)
    {
        var (room, count) = (new PageRoom(), 0);
        foreach (var row in rows)
        {
            if (room.IsFull)
            {
                break;
            }

            room.Take(body(row));
            count++;
        }

        return count;
    }
}

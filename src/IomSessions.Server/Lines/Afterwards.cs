namespace IomSessions.Server.Lines;

/// <summary>
/// What the messages of a line have set going: it is done by the thread that reads them, as soon as each has been heard. So whoever asked
/// waits for the answer already when the turn begins that brings it, and no other thread has to be woken for it.
/// </summary>
internal static class Afterwards
{
    [ThreadStatic]
    private static List<Func<Task>>? _kept;

    [ThreadStatic]
    private static bool _isListening;

    /// <summary>Does it when this thread has read what came, or beside if it reads nothing.</summary>
    public static void Do(Func<Task> work)
    {
        if (_isListening)
        {
            (_kept ??= []).Add(work);
        }
        else
        {
            _ = Task.Run(work);
        }
    }

    /// <summary>Lets a line's messages be heard, and does what they set going.</summary>
    public static T Listen<T>(Func<T> hear)
    {
        _isListening = true;
        try
        {
            return hear();
        }
        finally
        {
            _isListening = false;
            DoKept();
        }
    }

    private static void DoKept()
    {
        if (_kept is not { Count: > 0 } kept)
        {
            return;
        }

        // what is done now may be heard by others on this thread
        _kept = null;
        kept.ForEach(static work => _ = work());
        kept.Clear();
        _kept ??= kept;
    }
}

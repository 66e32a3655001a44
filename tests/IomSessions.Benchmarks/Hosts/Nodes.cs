namespace IomSessions.Benchmarks.Hosts;

/// <summary>Several nodes of one server.</summary>
/// <param name="bySession">Whether the people of a session come to one node, and sessions to one after the other; else people do.</param>
internal sealed class Nodes(bool bySession, params IReadOnlyList<HostProcess> all) : IMeasured
{
    private readonly List<string> _sessions = [];

    public Uri Address => all[0].Address;

    /// <summary>Of all nodes; what is beside them, a database or Redis, is not in it.</summary>
    public double CpuSeconds => all.Sum(one => one.CpuSeconds);

    public double ResidentKb => all.Sum(one => one.ResidentKb);

    public Uri AddressOf(int at, string session) => all[(bySession ? NumberOf(session) : at) % all.Count].Address;

    public void Kill() => Each(one => one.Kill());

    public void Dispose() => Each(one => one.Dispose());

    private int NumberOf(string session)
    {
        if (_sessions.IndexOf(session) is >= 0 and var known)
        {
            return known;
        }

        _sessions.Add(session);
        return _sessions.Count - 1;
    }

    private void Each(Action<HostProcess> act)
    {
        foreach (var one in all)
        {
            act(one);
        }
    }
}

namespace IomSessions.Benchmarks.Hosts;

/// <summary>Several nodes of one server; people come to one after the other.</summary>
internal sealed class Nodes(params IReadOnlyList<HostProcess> all) : IMeasured
{
    public Uri Address => all[0].Address;

    /// <summary>Of all nodes; what is beside them, a database or Redis, is not in it.</summary>
    public double CpuSeconds => all.Sum(one => one.CpuSeconds);

    public double ResidentKb => all.Sum(one => one.ResidentKb);

    public Uri AddressOf(int at) => all[at % all.Count].Address;

    public void Kill() => Each(one => one.Kill());

    public void Dispose() => Each(one => one.Dispose());

    private void Each(Action<HostProcess> act)
    {
        foreach (var one in all)
        {
            act(one);
        }
    }
}

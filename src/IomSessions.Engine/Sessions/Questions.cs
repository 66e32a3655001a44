using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>What participants ask for that has been, and how often: nothing of it changes anything.</summary>
public sealed class Questions
{
    private readonly Ledger _ledger;
    private readonly EnginePorts _ports;
    private readonly Func<bool> _isBlind;
    private readonly Allowances _reads;
    private readonly Allowances _searches;
    private readonly Allowances _records;
    private readonly Allowances _documents;

    /// <param name="isBlind">Whether what this node knows may be old.</param>
    internal Questions(Ledger ledger, EnginePorts ports, Func<bool> isBlind)
    {
        (_ledger, _ports, _isBlind) = (ledger, ports, isBlind);
        _reads = new(ports.Clock, Limits.ReadBurst, Limits.ReadsPerSecond);
        _searches = new(ports.Clock, Limits.SearchBurst, Limits.SearchesPerSecond);
        _records = new(ports.Clock, Limits.RecordBurst, Limits.RecordsPerSecond);
        _documents = new(ports.Clock, Limits.DocumentBurst, Limits.DocumentsPerSecond);
    }

    /// <summary>Whether a participant may ask for something that has been; counts as a question.</summary>
    public bool MayAsk(PersonId by) => _reads.TryTake(by);

    /// <summary>Reads a circle back from an offset.</summary>
    public Task<(Refusal? Refusal, PastSignal? Found)> ReadBackAsync(PersonId by, CircleId circle, long before, int max, CancellationToken stop = default) =>
        ReadAsync(by, max, () => Reading.BackAsync(_ledger, by, circle, before, max, stop));

    /// <summary>Lists the sittings that ended for a participant, the newest first.</summary>
    public Task<(Refusal? Refusal, IReadOnlyList<EarlierSitting>? Found)> SittingsAsync(PersonId by, CircleId? before, int max, CancellationToken stop = default) =>
        ReadAsync(by, max, () => Reading.SittingsAsync(_ledger, by, before, max, stop));

    /// <summary>Looks for words in all that a participant may read.</summary>
    public Task<(Refusal? Refusal, SearchFound? Found)> SearchAsync(PersonId by, string words, SearchPlace? from, CancellationToken stop = default) =>
        !_searches.TryTake(by)
            ? Task.FromResult<(Refusal?, SearchFound?)>((EngineRefusals.TooFast, null))
        : string.IsNullOrWhiteSpace(words) || words.Length > Limits.SearchLength || !Words.IsLine(words)
            ? Task.FromResult<(Refusal?, SearchFound?)>((Refusal.Invalid, null))
        : ReadAsync(by, 1, () => Searching.SearchAsync(_ledger, by, words, from, stop));

    /// <summary>Two versions of drafts as a redline; it counts as a search.</summary>
    public Task<(Refusal? Refusal, IReadOnlyList<Run>? Found)> CompareAsync(PersonId by, VersionPlace before, VersionPlace after, CancellationToken stop = default) =>
        _searches.TryTake(by)
            ? ReadAsync(by, 1, () => Compared.BetweenAsync(_ledger, by, before, after, stop))
            : Task.FromResult<(Refusal?, IReadOnlyList<Run>?)>((EngineRefusals.TooFast, null));

    /// <summary>Begins a participant's own record.</summary>
    /// <param name="isOpen">Whether the device that asks may still take part; asked again for every page.</param>
    public (Refusal? Refusal, OwnRecord? Record) Record(PersonId by, Func<bool> isOpen) =>
        _isBlind() ? (EngineRefusals.Unavailable, null)
        : OwnRecord.Open(_ledger, by, () => !_isBlind() && isOpen()) is not { } record ? (Refusal.NotFound, null)
        : _records.TryTake(by) ? (null, record)
        : (EngineRefusals.TooFast, null);

    /// <summary>Whether a document is made for a participant now (SG5); counts as one.</summary>
    public bool MayMakeDocument(PersonId by) => _documents.TryTake(by);

    private async Task<(Refusal? Refusal, T? Found)> ReadAsync<T>(PersonId by, int max, Func<Task<T?>> read)
        where T : class
    {
        if (!MayAsk(by))
        {
            return (EngineRefusals.TooFast, null);
        }

        if (max is < 1 or > Limits.EventsReadBack)
        {
            return (Refusal.Invalid, null);
        }

        if (_isBlind())
        {
            return (EngineRefusals.Unavailable, null);
        }

        try
        {
            return await read() is { } found ? (null, found) : (Refusal.NotFound, null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _ports.Fault(failure);
            return (EngineRefusals.Unavailable, null);
        }
    }
}

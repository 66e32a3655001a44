using System.Security.Cryptography;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>The files of one session: taken in, found for who says them, handed out, and thrown away when nobody says them.</summary>
public sealed class SessionFiles
{
    // Nothing that is on its way to being said can be thrown away: the rules refuse it long before (Limits.FileWaits).
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    private readonly SessionId _session;
    private readonly Func<Session?> _state;
    private readonly Func<Task> _catchUp;
    private readonly Func<CancellationToken, ValueTask> _freshen;
    private readonly Func<bool> _isBlind;
    private readonly EnginePorts _ports;
    private readonly Tally _coming = new(Limits.UploadsAtOnce);
    private readonly Tally _going = new(Limits.DownloadsAtOnce);

    /// <param name="freshen">What has just happened on another node is known here when it returns.</param>
    /// <param name="isBlind">Whether the state may be old: nobody takes or gives anything then.</param>
    internal SessionFiles(
        SessionId session, Func<Session?> state, Func<Task> catchUp, Func<CancellationToken, ValueTask> freshen, Func<bool> isBlind, EnginePorts ports) =>
        (_session, _state, _catchUp, _freshen, _isBlind, _ports) = (session, state, catchUp, freshen, isBlind, ports);

    /// <summary>Takes a file in; nobody is told of it.</summary>
    /// <param name="circle">Where he means to say it.</param>
    /// <param name="length">Bytes, if they were announced.</param>
    /// <param name="isOpen">Whether his device is still let in.</param>
    /// <remarks>What reading <paramref name="content"/> throws goes through; nothing is left then.</remarks>
    public async Task<(Refusal? Refusal, FileFacts? Taken)> UploadAsync(
        PersonId by, CircleId circle, string name, long? length, Func<bool> isOpen, Stream content, CancellationToken stop = default)
    {
        if (_isBlind())
        {
            return (EngineRefusals.Unavailable, null);
        }

        if (await KnowingAsync(state => Attaching.MayUpload(by, circle, state) is null, stop) is not { } state)
        {
            return (Refusal.NotFound, null);
        }

        if (Attaching.MayUpload(by, circle, state) is { } refusal)
        {
            return (refusal, null);
        }

        if (!Words.IsFileName(name))
        {
            return (Refusal.FileName, null);
        }

        if (FileTypes.Of(name) is not { } type)
        {
            return (Refusal.FileType, null);
        }

        var size = length ?? Limits.FileBytes;
        if (_coming.Enter(by, size, out var beside) is not { } place)
        {
            return (EngineRefusals.TooFast, null);
        }

        using (place)
        {
            try
            {
                var waiting = await WaitingAsync(by, stop);
                return Attaching.Fits(by, [.. waiting.Select(file => file.File.Size), .. beside], size, state) is { } full
                    ? (full, null)
                    : await TakeAsync(by, circle, name, type, isOpen, content, stop);
            }
            catch (Exception failure) when (failure is StoreUnavailableException or CryptographicException)
            {
                _ports.Fault(failure);
                return (EngineRefusals.Unavailable, null);
            }
        }
    }

    /// <summary>What is known of the files that somebody names: of his own alone, and of those not said yet.</summary>
    public async ValueTask<IReadOnlyList<FileFacts>> OfferedAsync(PersonId by, IEnumerable<FileId> named, CancellationToken stop = default)
    {
        var found = new List<FileFacts>();
        foreach (var file in named.Distinct().Take(Limits.FilesPerUtterance))
        {
            if (_state()?.Files.ContainsKey(file) == false && await FactsAsync(file, stop) is { } facts && facts.By == by)
            {
                found.Add(facts);
            }
        }

        return found;
    }

    /// <summary>A file that has been said, for one of its readers; dispose of it. Not there and not his: one answer.</summary>
    public async Task<(Refusal? Refusal, FileContent? Content)> OpenAsync(
        PersonId reader, FileId file, Func<bool> isOpen, CancellationToken stop = default)
    {
        if (_isBlind())
        {
            return (EngineRefusals.Unavailable, null);
        }

        bool MayRead() => !_isBlind() && isOpen() && _state() is { } now && now.Files.TryGetValue(file, out var said)
            && Access.MayRead(reader, said.Circle, now);
        if (await KnowingAsync(_ => MayRead(), stop) is null || !MayRead())
        {
            return (Refusal.NotFound, null);
        }

        if (_going.Enter(reader, 0, out _) is not { } place)
        {
            return (EngineRefusals.TooFast, null);
        }

        IFileReader? stored = null;
        try
        {
            stored = await _ports.Files.OpenAsync(_session, file, stop);
            if (stored is not null && await SealAsync(file, stop) is { } seal)
            {
                return (null, new FileContent(await seal.FactsAsync(stored, stop), seal, stored, MayRead, _ports.Fault, place.Dispose));
            }

            throw new CryptographicException("A file that was said is not in the store.");
        }
        catch (Exception failure)
        {
            place.Dispose();
            await (stored?.DisposeAsync() ?? ValueTask.CompletedTask);
            if (failure is not (StoreUnavailableException or CryptographicException))
            {
                throw;
            }

            _ports.Fault(failure);
            return (failure is StoreUnavailableException ? EngineRefusals.Unavailable : EngineRefusals.Failed, null);
        }
    }

    /// <summary>Throws away what has waited to be said for too long, or can never be said.</summary>
    public async Task SweepAsync(CancellationToken stop = default)
    {
        await _catchUp();
        if (_state() is not { } state)
        {
            return;
        }

        foreach (var file in await UnsaidAsync(state, stop))
        {
            if (await FactsAsync(file, stop) is not { } facts || _ports.Clock.GetUtcNow() - facts.At > Limits.FileWaits + Margin)
            {
                await _ports.Files.DeleteAsync(_session, file, stop);
                await _ports.Keys.DropFileKeyAsync(_session, file, stop);
            }
        }
    }

    // A request goes to any node: who was moved a moment ago by another is not told that there is no such room.
    private async ValueTask<Session?> KnowingAsync(Func<Session, bool> may, CancellationToken stop)
    {
        if (_state() is not { } state || may(state))
        {
            return _state();
        }

        try
        {
            await _freshen(stop);
        }
        catch (StoreUnavailableException failure)
        {
            _ports.Fault(failure);
        }

        return _state();
    }

    private async Task<(Refusal? Refusal, FileFacts? Taken)> TakeAsync(
        PersonId by, CircleId circle, string name, FileType type, Func<bool> isOpen, Stream content, CancellationToken stop)
    {
        var draw = _ports.NewFile();
        var seal = new FileSeal(_session, draw.Id, draw.Key, _ports.Sealer);
        await using var writer = await _ports.Files.CreateAsync(_session, draw.Id, stop);
        var (refusal, size, hash) = await new FileIntake(seal, type, draw.Salt, writer).TakeAsync(
            content, () => !_isBlind() && isOpen() && _state() is { } now && Access.MayRead(by, circle, now), stop);
        if (refusal is not null)
        {
            return (refusal == Refusal.NotFound && _isBlind() ? EngineRefusals.Unavailable : refusal, null);
        }

        var file = new SaidFile(draw.Id, name, type.Media, size, Convert.ToHexStringLower(draw.Salt), hash);
        var facts = new FileFacts(file, by, circle, _ports.Clock.GetUtcNow());
        await writer.WriteAsync(seal.Seal(facts), stop);

        // the key first: a file without a key is none, and a key without a file opens nothing
        await _ports.Keys.AddFileKeyAsync(_session, draw.Id, draw.Key, stop);
        await writer.KeepAsync(stop);
        return (null, facts);
    }

    private async ValueTask<IReadOnlyList<FileFacts>> WaitingAsync(PersonId by, CancellationToken stop)
    {
        var waiting = new List<FileFacts>();
        foreach (var file in await UnsaidAsync(_state()!, stop))
        {
            if (await FactsAsync(file, stop) is { } facts && facts.By == by)
            {
                waiting.Add(facts);
            }
        }

        return waiting;
    }

    private async ValueTask<IEnumerable<FileId>> UnsaidAsync(Session state, CancellationToken stop) =>
        (await _ports.Files.FilesAsync(_session, stop)).Where(file => !state.Files.ContainsKey(file));

    // Null: there is none, or it is damaged; it cannot be said either way.
    private async ValueTask<FileFacts?> FactsAsync(FileId file, CancellationToken stop)
    {
        await using var stored = await _ports.Files.OpenAsync(_session, file, stop);
        if (stored is null || await SealAsync(file, stop) is not { } seal)
        {
            return null;
        }

        try
        {
            return await seal.FactsAsync(stored, stop);
        }
        catch (CryptographicException damaged)
        {
            _ports.Fault(damaged);
            return null;
        }
    }

    private async ValueTask<FileSeal?> SealAsync(FileId file, CancellationToken stop) =>
        await _ports.Keys.FileKeyAsync(_session, file, stop) is { } key ? new(_session, file, key, _ports.Sealer) : null;
}

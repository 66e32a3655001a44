using System.Collections.Immutable;

namespace IomSessions.Domain.Tests;

/// <summary>Files that go with what is said: mostly one's own and meant for there, some old, foreign, for elsewhere, or said already.</summary>
internal sealed partial class Chance
{
    private readonly Dictionary<FileId, FileFacts> _uploads = [];

    // a chance of their own: what goes with the words changes nothing in the course of a history
    private readonly Random _files = new(seed + 1_000_000);
    private int _uploaded;

    /// <summary>What the house knows of the files that a command names.</summary>
    public ImmutableArray<FileFacts> UploadsOf(CommandBody body) =>
        [.. Attaching.Named(body).Where(_uploads.ContainsKey).Select(file => _uploads[file])];

    private (PersonId, CommandBody) WithFiles(Session state, (PersonId By, CommandBody Body) said) =>
        (said.By, WithFiles(state, said.By, said.Body));

    private CommandBody WithFiles(Session state, PersonId by, CommandBody body)
    {
        if (_files.Next(4) > 0)
        {
            return body;
        }

        return body switch
        {
            Say say => say with { Files = Files(state, by, say.Sitting) },
            SayOnBench say => say with { Files = Files(state, by, say.Bench) },
            SayInDelegation say when state.People.TryGetValue(by, out var person) && person.Party is { } party =>
                say with { Files = Files(state, by, state.Parties[party].Circle) },
            _ => body,
        };
    }

    private ImmutableArray<FileId> Files(Session state, PersonId by, CircleId into)
    {
        // said again only where it was meant for: whether it went out before is then a matter of the same readers
        var before = _uploads.Values.Where(file => file.For == into && file.By == by).Select(file => file.File.File).ToList();
        return [.. Enumerable.Range(0, 1 + _files.Next(2)).Select(_ => before.Count > 0 && _files.Next(4) == 0 ? before[_files.Next(before.Count)] : Upload(state, by, into))];
    }

    private FileId Upload(Session state, PersonId by, CircleId into)
    {
        var id = Named.File($"{seed} {_uploaded++}");
        var file = new SaidFile(id, $"annex {_uploaded}.pdf", "application/pdf", 1 + _files.Next(1_000), new string('0', 32), new string('1', 64));
        if (_files.Next(15) > 0)
        {
            _uploads[id] = new(
                file, _files.Next(12) == 0 ? Cast.HeadB : by, _files.Next(12) == 0 ? state.Hall : into, _files.Next(12) == 0 ? Scene.Noon - Limits.FileWaits - Limits.FileWaits : Scene.Noon);
        }

        return id;
    }
}

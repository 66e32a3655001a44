using System.Text;
using IomSessions.Client;
using IomSessions.Wire;

namespace IomSessions.Server.Demo;

/// <summary>What is said in the demonstration, and what becomes of it: answers, files, renditions, releases.</summary>
internal sealed class DemoSpeech(DemoCast cast)
{
    private readonly Dictionary<string, (string Sitting, long Offset)> _said = [];

    /// <summary>Speaks in the sitting that the floor shows, and only there: what is meant for one room is never said in another.</summary>
    public async Task SayAsync(DemoActor by, SayAct act, string language, CancellationToken stop)
    {
        var sitting = await SittingAsync(by, act.Room, stop);
        IReadOnlyList<string>? files = act.File is { } file ? [await UploadAsync(by, sitting, file, stop)] : null;
        await by.DoAsync(new Say(sitting, act.Text, language, files, act.Answers is { } what ? _said[what].Offset : null), stop);
        if (act.As is { } name)
        {
            var view = await by.Line.WaitForAsync(seen => Find(seen, sitting, by, act.Text) is not null, stop);
            _said[name] = (sitting, Find(view, sitting, by, act.Text)!.Offset);
        }
    }

    public Task RenderAsync(DemoActor by, RenderAct act, CancellationToken stop) =>
        by.DoAsync(new Render(_said[act.Said].Sitting, _said[act.Said].Offset, act.Text, act.Language), stop);

    public Task ReleaseAsync(DemoActor by, ReleaseAct act, CancellationToken stop) =>
        by.DoAsync(new Release(_said[act.Said].Sitting, _said[act.Said].Offset, [.. act.Parties.Select(key => cast.Parties[key])], [], false), stop);

    /// <summary>The sitting he is in, once it is the one that the floor shows.</summary>
    public async Task<string> SittingAsync(DemoActor who, string roomKey, CancellationToken stop)
    {
        var room = cast.Rooms[roomKey];
        var view = await who.Line.WaitForAsync(
            seen => seen.Here is { } here && here.Room == room && here.Sitting == cast.Chair.Line.View.Floor[room].Sitting, stop);
        return view.Here!.Sitting;
    }

    private static Utterance? Find(SessionView view, string sitting, DemoActor by, string text) =>
        view.Talk.GetValueOrDefault(sitting)?.FirstOrDefault(said => said.By == by.Person && said.Text == text);

    private async Task<string> UploadAsync(DemoActor by, string sitting, DemoFile file, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = cast.Server };
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(file.Text));
        return (await new SessionFiles(http, cast.Session, by.Bearer).UploadAsync(sitting, file.Name, content, stop)).File;
    }
}

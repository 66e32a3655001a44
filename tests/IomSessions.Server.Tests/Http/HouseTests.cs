using IomSessions.Client;
using IomSessions.Wire;
using Microsoft.Data.Sqlite;

namespace IomSessions.Server.Tests.Http;

/// <summary>What the secretariat is shown of the house.</summary>
public sealed class HouseTests
{
    [Fact]
    public async Task ST5_a_session_that_cannot_be_opened_is_listed_as_such_and_the_others_as_ever()
    {
        var first = new ServerApp();
        string sound, broken;
        using (var house = SessionHttp.To(first.Address))
        {
            await house.EnterHouseAsync(await first.HouseTokenAsync());
            sound = (await house.PrepareAsync(new("REF-1", "The case", SessionKind.BetweenStates, ["en"]))).Session;
            broken = (await house.PrepareAsync(new("REF-2", "The other case", SessionKind.BetweenStates, ["en"]))).Session;
        }

        await using var app = await first.RestartAsync(data => LoseKey(Path.Combine(data, "keys.db"), broken));
        using var again = SessionHttp.To(app.Address);
        await again.EnterHouseAsync(await app.HouseTokenAsync());
        var rows = (await again.SessionsAsync()).ToDictionary(row => row.Session);
        Assert.Equal(2, rows.Count);
        Assert.Equal(new SessionSummary(sound, "REF-1", "The case", Phase.Preparing), rows[sound]);
        Assert.Equal(new SessionSummary(broken, "", "", null), rows[broken]);
    }

    private static void LoseKey(string keys, string session)
    {
        using var db = new SqliteConnection($"Data Source={keys};Pooling=False");
        db.Open();
        using var lose = db.CreateCommand();
        lose.CommandText = "DELETE FROM session_keys WHERE session = $session";
        lose.Parameters.AddWithValue("$session", Convert.FromHexString(session));
        Assert.Equal(1, lose.ExecuteNonQuery());
    }
}

using IomSessions.Domain;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IomSessions.Engine.Tests.Drafts;

/// <summary>Whom a draft's desk waits for: those who come together, not those whom a stall has gathered.</summary>
public sealed class WritersTests
{
    private static readonly PersonId[] Ten = [.. Enumerable.Range(1, 10).Select(at => new PersonId(new Guid(at, 0, 0, new byte[8])))];

    private readonly FakeTimeProvider _clock = new();
    private readonly Writers _writers;

    public WritersTests() => _writers = new(_clock);

    [Fact]
    public void Who_all_wait_for_one_answer_come_together()
    {
        for (var turn = 0; turn < 50; turn++)
        {
            Assert.True(After(8, Ten));
        }
    }

    [Fact]
    public void A_few_of_many_who_type_at_their_own_pace_have_only_gathered_behind_a_stall()
    {
        for (var key = 0; key < 40; key++)
        {
            After(5, Ten[key % 10]);
        }

        Assert.False(After(15, Ten[0], Ten[1], Ten[2]));
        Assert.True(After(25, Ten[3], Ten[4], Ten[5], Ten[6], Ten[7]));
    }

    [Fact]
    public void One_who_sends_much_at_once_is_one()
    {
        After(5, Ten);
        Assert.False(After(5, Ten[0], Ten[0], Ten[0], Ten[0], Ten[0]));
    }

    [Fact]
    public void Who_has_stopped_writing_is_no_longer_waited_for()
    {
        After(0, Ten);
        After(150, Ten[0]);
        Assert.True(After(150, Ten[0], Ten[1]));
    }

    private bool After(int milliseconds, params PersonId[] turn)
    {
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        return _writers.AreTogether(turn);
    }
}

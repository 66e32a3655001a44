using IomSessions.Server.Lines;

namespace IomSessions.Server.Tests.Lines;

/// <summary>What the messages of a line set going.</summary>
public sealed class AfterwardsTests
{
    [Fact]
    public void It_is_done_by_the_thread_that_reads_when_everything_has_been_heard()
    {
        var said = new List<string>();
        var heard = Afterwards.Listen(() =>
        {
            Note("turn of the first");
            said.Add("the first is heard");
            Note("turn of the second");
            said.Add("the second is heard");
            return 2;
        });
        Assert.Equal(2, heard);
        Assert.Equal(["the first is heard", "the second is heard", "turn of the first", "turn of the second"], said);

        void Note(string what) => Afterwards.Do(() =>
        {
            said.Add(what);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Where_nobody_reads_and_in_what_is_done_afterwards_it_is_done_beside()
    {
        var (alone, inner, reader) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>(), 0);
        await Task.Factory.StartNew(
            () =>
            {
                reader = Environment.CurrentManagedThreadId;
                Afterwards.Do(() => Told(alone));
                Afterwards.Listen(() =>
                {
                    Afterwards.Do(() =>
                    {
                        Afterwards.Do(() => Told(inner));
                        return Task.CompletedTask;
                    });
                    return 0;
                });
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).InTime();
        Assert.NotEqual(reader, await alone.Task.InTime());
        Assert.NotEqual(reader, await inner.Task.InTime());

        static Task Told(TaskCompletionSource<int> whom)
        {
            whom.SetResult(Environment.CurrentManagedThreadId);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void What_was_set_going_is_done_even_if_the_reading_fails()
    {
        var isDone = false;
        Assert.Throws<InvalidOperationException>(() => Afterwards.Listen<int>(() =>
        {
            Afterwards.Do(() =>
            {
                isDone = true;
                return Task.CompletedTask;
            });
            throw new InvalidOperationException();
        }));
        Assert.True(isDone);
    }
}

using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Hubs;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;

namespace IomSessions.Server.Tests.Delivery;

public sealed class OutletTests
{
    [Fact]
    public async Task OP3_what_waits_for_a_slow_line_is_bounded_by_number_and_by_bytes()
    {
        var line = new SlowLine();
        var outlet = line.Outlet();
        var drained = 0;
        outlet.Drained = () => drained++;
        var text = new Frame(Target.Events, new byte[(Limits.QueuedBytes / 2) - 1]);
        Assert.True(outlet.TryPost(text));
        Assert.Equal([true, true, false], new[] { text, text, text }.Select(outlet.TryPost));
        line.Goes();
        Assert.Equal(1, drained);
        // one may always wait
        Assert.True(outlet.TryPost(new Frame(Target.Events, new byte[2 * Limits.QueuedBytes])));
        Assert.False(outlet.TryPost(new Frame(Target.Events, new byte[1])));
        line.Goes();
        for (var at = 0; at < Limits.QueuedFrames; at++)
        {
            Assert.True(outlet.TryPost(new Frame(Target.Events, new byte[2])));
        }

        Assert.False(outlet.TryPost(new Frame(Target.Events, new byte[2])));
        line.Goes();
        line.Goes();
        Assert.Equal(3 + 1 + Limits.QueuedFrames, outlet.Sent);
        Assert.True(outlet.IsIdle);
        await line.DisposeAsync();
    }

    // a line that takes what it is given when it is told to
    private sealed class SlowLine : IWire, IAsyncDisposable
    {
        private readonly DefaultConnectionContext _connection = new();
        private TaskCompletionSource _going = new();

        public Outlet Outlet()
        {
            _connection.Features.Set<IWire>(this);
            return new(new HubConnectionContext(_connection, new HubConnectionContextOptions(), NullLoggerFactory.Instance), TimeProvider.System);
        }

        public void Goes()
        {
            var going = _going;
            _going = new();
            going.SetResult();
        }

        public ValueTask WriteAsync(ReadOnlySpan<Frame> frames) => new(_going.Task);

        public void Hold()
        {
        }

        public ValueTask LetGoAsync() => default;

        public ValueTask DisposeAsync() => _connection.DisposeAsync();
    }
}

using System.Collections.Concurrent;
using IomSessions.Domain;
using IomSessions.Engine;
using IomSessions.Server.Access;
using Microsoft.AspNetCore.SignalR;

namespace IomSessions.Server.Hubs;

/// <summary>Which connection has which seat in which session, on this node.</summary>
public sealed class Attendance
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, (Seat Seat, LiveSession In)> _seats = new();
    private readonly Dictionary<(LiveSession In, PersonId Person), List<Seat>> _ofPerson = [];

    /// <summary>Connections that have a seat.</summary>
    public int Count => _seats.Count;

    /// <summary>The connection's seat; null when the person has too many connections.</summary>
    public Seat? SeatOf(HubCallerContext call, Participant me, LiveSession live, SeatManager connections, TimeProvider clock)
    {
        lock (_gate)
        {
            if (_seats.TryGetValue(call.ConnectionId, out var taken))
            {
                return taken.Seat;
            }

            var mine = _ofPerson.GetValueOrDefault((live, me.Person), []);
            if (mine.Count(other => CountsWith(me, other, live)) >= Limits.ConnectionsPerPerson || connections.Find(call.ConnectionId) is not { } connection)
            {
                return null;
            }

            var seat = new Seat(me.Person, me.Device, new Outlet(connection, clock));
            _seats[call.ConnectionId] = (seat, live);
            mine.Add(seat);
            _ofPerson[(live, me.Person)] = mine;
            live.Arrive(seat);
            Measures.Connections(1);
            return seat;
        }
    }

    public IOutlet? OutletOf(HubCallerContext call) => _seats.TryGetValue(call.ConnectionId, out var taken) ? taken.Seat.Outlet : null;

    public bool HasNoSeat(HubCallerContext call) => !_seats.ContainsKey(call.ConnectionId);

    public void Left(HubCallerContext call)
    {
        (Seat Seat, LiveSession In) taken;
        lock (_gate)
        {
            if (!_seats.TryRemove(call.ConnectionId, out taken))
            {
                return;
            }

            var person = (taken.In, taken.Seat.Person);
            if (_ofPerson[person] is var his && his.Remove(taken.Seat) && his.Count == 0)
            {
                _ofPerson.Remove(person);
            }
        }

        taken.In.Leave(taken.Seat);
        Measures.Connections(-1);
    }

    // a device that is not open may be a thief's: it counts for itself, so that it cannot keep its person out (PE6)
    private static bool CountsWith(Participant me, Seat other, LiveSession live) =>
        other.Device == me.Device || (live.MayConnect(me.Person, me.Device) && live.MayConnect(other.Person, other.Device));
}

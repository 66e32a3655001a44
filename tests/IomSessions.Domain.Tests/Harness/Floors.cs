using System.Collections.Immutable;

namespace IomSessions.Domain.Tests;

internal static class Floors
{
    /// <summary>Then: what the bench was told is where people are.</summary>
    public static void AreAs(Session state, ImmutableArray<RoomOnFloor> told) => Assert.Equal(
        state.Rooms.Values.Where(room => !room.Closed).OrderBy(room => room.Id.Value).Select(room => Shape.Of(room.OnFloor())),
        told.OrderBy(row => row.Room.Value).Select(row => Shape.Of(row)));
}

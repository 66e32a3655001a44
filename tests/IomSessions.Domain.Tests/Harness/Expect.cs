namespace IomSessions.Domain.Tests;

/// <summary>Small questions to what was told.</summary>
internal static class Expect
{
    public static T One<T>(IEnumerable<Event> events)
        where T : EventBody => Assert.Single(events.Select(told => told.Body).OfType<T>());

    public static IEnumerable<T> All<T>(IEnumerable<Event> events)
        where T : EventBody => events.Select(told => told.Body).OfType<T>();

    public static void None<T>(IEnumerable<Event> events)
        where T : EventBody => Assert.Empty(events.Select(told => told.Body).OfType<T>());
}

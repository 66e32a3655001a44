using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>Where cleared statements go to be read by everybody. It is given nothing else (CL3).</summary>
public interface IPublicFeed
{
    /// <summary>Takes over items of a session in the order in which they became public. Given again it changes nothing.</summary>
    /// <param name="reference">The institution's number of the session.</param>
    Task PublishAsync(string reference, IReadOnlyList<ItemPublished> items, CancellationToken stop);
}

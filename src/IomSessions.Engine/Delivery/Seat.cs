using System.Collections.Immutable;
using IomSessions.Domain;

namespace IomSessions.Engine;

/// <summary>One connection of a participant. Everything but the outlet belongs to the session's pump.</summary>
public sealed class Seat(PersonId person, DeviceId device, IOutlet outlet)
{
    public PersonId Person { get; } = person;

    public DeviceId Device { get; } = device;

    public IOutlet Outlet { get; } = outlet;

    /// <summary>What has been posted of each circle.</summary>
    internal Dictionary<CircleId, long> Positions { get; set; } = [];

    /// <summary>The drafts that it follows: changed by the pump alone, counted by whoever asks for one more.</summary>
    internal ImmutableArray<DraftFollow> Drafts { get; private set; } = [];

    internal bool Follows(CircleId draft)
    {
        foreach (var one in Drafts)
        {
            if (one.Circle == draft)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>From where its connection says that it is, if it follows the draft already.</summary>
    internal void Follow(DraftFollow draft)
    {
        if (Follows(draft.Circle) || Drafts.Length < Limits.DraftsFollowed)
        {
            Leave(draft.Circle);
            Drafts = Drafts.Add(draft);
        }
    }

    internal void Leave(CircleId draft) => Drafts = Drafts.RemoveAll(one => one.Circle == draft);

    internal SeatStanding Standing { get; set; } = SeatStanding.New;

    /// <summary>Rereads from the log; nothing is delivered live meanwhile.</summary>
    internal bool CatchingUp { get; set; }

    /// <summary>A reread from the store runs beside the turns and owns the positions.</summary>
    internal bool Rereading { get; set; }

    /// <summary>The queue was full; nothing is tried until it has drained.</summary>
    internal bool Blocked { get; set; }

    /// <summary>A reread failed; the next is tried when time has passed.</summary>
    internal bool Resting { get; set; }

    /// <summary>The queue drained while a reread was under way.</summary>
    internal bool DrainedMeanwhile { get; set; }

    /// <summary>A beat is due and goes out as soon as the connection has caught up.</summary>
    internal bool BeatDue { get; set; }

    /// <summary>Who is connected has to be told again.</summary>
    internal bool PresenceDue { get; set; }

    /// <summary>The state in which its rights were last looked at, once it has joined.</summary>
    internal Session? LookedAt { get; set; }

    internal long AccessEpoch { get; set; } = -1;

    internal long NextBeat { get; set; }

    /// <summary>What the beat tells of all that it may read.</summary>
    internal HeadsMark Heads { get; } = new();

    internal Company? PresenceTold { get; set; }

    /// <summary>Until when it is not told again, unless its own outlook changes.</summary>
    internal long PresenceRests { get; set; }

    /// <inheritdoc cref="PresenceRests"/>
    internal Outlook ToldAs { get; set; }

    internal Progress Progress { get; set; }

    /// <summary>What it is told instead of everything, until that is done.</summary>
    internal Outline? Outline { get; set; }

    /// <summary>A hello that came while a reread owned the positions.</summary>
    internal Note.Join? NextJoin { get; set; }

    /// <summary>Who hears nothing yet: a device that waits for confirmation, and one that has not said hello and may not be known here yet.</summary>
    internal bool MayStay(Session state) =>
        state.People.GetValueOrDefault(Person)?.Status != PersonStatus.Removed
        && Access.Standing(Person, Device, state) is var standing
        && Standing switch
        {
            SeatStanding.New => standing != DeviceStatus.Revoked,
            SeatStanding.Waiting => standing == DeviceStatus.Pending,
            _ => false,
        };

    /// <summary>Posts a page, or marks the seat to be caught up when its queue has drained.</summary>
    internal bool Post(Page page)
    {
        if (!Outlet.TryPost(page.Frame))
        {
            Blocked = true;
            Measures.QueueFull();
            return false;
        }

        Measures.Delivered(page.Events.Count);
        foreach (var (circle, offset) in page.Heads)
        {
            Positions[circle] = offset;
        }

        return true;
    }
}

/// <summary>What a connection may have.</summary>
internal enum SeatStanding
{
    /// <summary>Has not said hello.</summary>
    New,

    /// <summary>Its device waits for confirmation: gets nothing.</summary>
    Waiting,
    Joined,
    Gone,
}

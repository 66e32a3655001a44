namespace IomSessions.Domain;

/// <summary>Who comes to a delegation later is told what it went through: by copies, and no sitting is opened to him (PE9).</summary>
internal static class Briefings
{
    public static Decision Decide(Session state, Brief ask, Command command, Person by, Draw draw)
    {
        if (Refused(state, ask, by) is { } refusal)
        {
            return refusal;
        }

        if (command.Quotes.Length > Limits.EventsCopied)
        {
            return Refusal.TooMany;
        }

        // only what is over is whole; also when it ended after it was read for this
        return state.Circles[ask.Sitting].Ended && command.Quoted(ask.Sitting, 1) is { Body: SittingOpened opened } first
            ? Copy(ask, command, opened, first.At, by, draw)
            : Refusal.SittingOpen;
    }

    /// <summary>Why it is refused, whatever was said there; null: it is not. The sitting is read for nothing else.</summary>
    public static Refusal? Refused(Session state, Brief ask, Person by)
    {
        if (by.Party is not { } party || !by.Holds(Authority.Brief))
        {
            return Refusal.NotAuthorised;
        }

        if (state.Phase == Phase.Concluded)
        {
            return Refusal.WrongPhase;
        }

        // a sitting of others is answered like one that does not exist
        if (!Access.MayRead(by.Id, ask.Sitting, state) || state.Circles[ask.Sitting] is not { Kind: CircleKind.Sitting } sitting
            || !state.People.TryGetValue(ask.Person, out var whom) || whom.Party != party || whom.Status != PersonStatus.Admitted)
        {
            return Refusal.NotFound;
        }

        if (!MayCopy(state, sitting, party))
        {
            return Refusal.OthersSatThere;
        }

        if (sitting.People.Contains(whom.Id) || state.Circles.Values.Any(circle => circle.CopyOf == ask.Sitting && circle.People.Contains(whom.Id)))
        {
            return Refusal.AlreadyDone;
        }

        return null;
    }

    /// <summary>Whether a party may copy it: nobody else but interpreters and mediators sat there, or it was a joint one and the protocol has
    /// allowed it from its beginning until now.</summary>
    public static bool MayCopy(Session state, Circle sitting, PartyId party) =>
        sitting.People.All(id => state.People[id] is var person
            && (person.Party == party || person.IsMediator || person is { Role: Role.Interpreter, Party: null }))
        || (sitting is { MayBeBriefed: true, Room: { } room } && state.Rooms[room].Kind == RoomKind.Joint && state.Protocol.InForce.JointBriefing);

    public static Session Open(Session state, CircleId circle, BriefingOpened told) => state.With(
        circle, new Circle(CircleKind.Named) { People = Company.Of(told.Person), CopyOf = told.Sitting, Ended = true });

    public static Session Take(Session state, CircleId circle, BriefingMade told) => state.With(
        circle, new Circle(CircleKind.Named) { People = state.Circles[told.Sitting].People, About = new(told.Sitting, told.Offset), Ended = true });

    /// <summary>Where the terms forbid it, what is said from now on in the sittings that are open is not copied, whatever the terms become.</summary>
    public static Session Guard(Session before, Session after)
    {
        if (ReferenceEquals(before.Protocol, after.Protocol) || after.Protocol.InForce.JointBriefing)
        {
            return after;
        }

        return after.Rooms.Values.Select(room => room.Sitting).OfType<CircleId>()
            .Where(sitting => after.Circles[sitting].MayBeBriefed)
            .Aggregate(after, (state, sitting) => state.With(sitting, state.Circles[sitting] with { MayBeBriefed = false }));
    }

    private static List<Event> Copy(Brief ask, Command command, SittingOpened opened, DateTimeOffset since, Person by, Draw draw)
    {
        var (copy, told) = (draw.Circle(), draw.Circle());
        var events = new List<Event>
        {
            new(copy, new BriefingOpened(by.Id, ask.Person, ask.Sitting, opened.Name, opened.Kind, opened.People, since)),
        };
        // where each thing said stands in the copy
        var places = new Dictionary<long, long>();
        foreach (var quote in command.Quotes)
        {
            BriefingTold? words = quote.Body switch
            {
                Said said => new(
                    said.By, quote.At, said.Text, said.Language, said.ReplyTo is { } answered && places.TryGetValue(answered, out var at) ? at : null, null,
                    said.Files is { IsDefault: false } files ? [.. files.Select(file => file.Name)] : []),
                Rendered rendered when places.TryGetValue(rendered.Offset, out var place) => new(
                    rendered.By, quote.At, rendered.Text, rendered.Language, null, place, []),
                _ => null,
            };
            if (words is null)
            {
                continue;
            }

            events.Add(new(copy, words));
            if (quote.Body is Said)
            {
                places[quote.Offset] = events.Count;
            }
        }

        var last = command.Quotes.Where(quote => quote.Circle == ask.Sitting).Max(quote => quote.Offset);
        events.Add(new(told, new BriefingMade(by.Id, ask.Person, ask.Sitting, last)));
        return events;
    }
}

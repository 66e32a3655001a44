namespace IomSessions.Domain;

/// <summary>The beginning of a session.</summary>
internal static class Preparing
{
    public static Decision Decide(Session? state, PrepareSession ask, Command command)
    {
        // asked first, so that a stranger does not learn whether the session exists
        if (command.By != Command.House)
        {
            return Refusal.NotAllowed;
        }

        if (state is not null)
        {
            return Refusal.AlreadyDone;
        }

        if (!Words.IsReference(ask.Reference) || !Words.IsName(ask.Title) || !Words.IsName(ask.SecretaryName)
            || ask.Secretary == Command.House || !Enum.IsDefined(ask.Kind)
            || ask.Languages.IsDefaultOrEmpty || ask.Languages.Length > Limits.Languages || !ask.Languages.All(Words.IsLanguage))
        {
            return Refusal.Invalid;
        }

        var draw = command.Seed.Draw();
        var (hall, registry, bench, self) = (draw.Circle(), draw.Circle(), draw.Circle(), draw.Circle());
        var joint = new RoomOnFloor(draw.Room(), RoomKind.Joint, "Joint room", null, null, Company.Nobody);
        var mediators = new RoomOnFloor(draw.Room(), RoomKind.Mediators, "Mediators' room", null, null, Company.Nobody);
        var waiting = new RoomOnFloor(draw.Room(), RoomKind.Waiting, "Waiting room", null, null, Company.Nobody);
        var secretary = new PersonAnnounced(ask.Secretary, ask.SecretaryName, Role.Secretariat, null);
        return new List<Event>
        {
            new(hall, new SessionPrepared(ask.Reference, ask.Title, ask.Kind, ask.Languages)),
            new(registry, new RegistryOpened()),
            new(bench, new BenchOpened(1, Company.Nobody, [joint, mediators, waiting])),
            new(hall, secretary),
            new(registry, new PersonRegistered(ask.Secretary, ask.SecretaryName, Role.Secretariat, null)),
            new(self, new SelfOpened(ask.Secretary, ask.SecretaryName, Role.Secretariat, null, null, ask.Title)),
            new(registry, new PersonAdmitted(ask.Secretary)),
            new(self, new PersonAdmitted(ask.Secretary)),
        };
    }
}

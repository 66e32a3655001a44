namespace IomSessions.Domain;

/// <summary>
/// Which events somebody who comes later has to hear to know what is. The others are read back when he wants them. What is not named
/// here lasts: to hear too much harms nobody, to miss a fact does.
/// </summary>
public static class Lasting
{
    /// <summary>Told once and then history: what was said, rendered or released, notices of caucuses, warnings of a deadline (which is told itself).</summary>
    public static bool IsHistory(EventBody body) => 
        body is Said or Rendered or Released or ReleaseMade or WordSent or CaucusBegan or CaucusEnded or CaucusesHeld or DeadlineNear or ItemPublished;

    /// <summary>What an event says all there is to know of now, so that an earlier one of the same need not be heard.</summary>
    public static IEnumerable<string> Shown(EventBody body) => body switch
    {
        FloorChanged floor => floor.Rooms.Select(row => $"room {row.Room.Value:N}"),
        FloorBefore => ["floor before"],
        TimeCounted => ["times"],
        InterpreterAssigned assigned => [$"interpreter {assigned.Interpreter.Value:N}"],
        CompanionAnnounced announced => [$"companion {announced.Companion.Value:N}"],
        CompanionDeclared declared => [$"companion {declared.Companion.Value:N}"],
        StatementWritten written => [$"statement {written.Statement.Value:N}"],
        ClearancesChanged changed => [$"clearances {changed.Statement.Value:N}"],
        StatementScheduled scheduled => [$"schedule {scheduled.Statement.Value:N}"],
        ArrangementSaved saved => [$"arrangement {saved.Arrangement.Value:N}"],
        _ => [],
    };

    /// <summary>Of what it is over, so that neither it nor an earlier event of the same need be heard.</summary>
    public static IEnumerable<string> Over(EventBody body) => body switch
    {
        ArrangementForgotten forgotten => [$"arrangement {forgotten.Arrangement.Value:N}"],
        StatementHeld held => [$"schedule {held.Statement.Value:N}"],
        StatementDropped dropped => OfStatement(dropped.Statement),
        StatementPublished published => OfStatement(published.Statement),
        CompanionLeft left => [$"companion {left.Companion.Value:N}"],
        CompanionEnded ended => [$"companion {ended.Companion.Value:N}"],
        _ => [],
    };

    private static string[] OfStatement(StatementId id) => [$"statement {id.Value:N}", $"clearances {id.Value:N}", $"schedule {id.Value:N}"];
}

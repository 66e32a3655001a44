using IomSessions.Domain;
using IomSessions.Engine;

namespace IomSessions.Storage.Sqlite;

/// <summary>Finds commands that were carried out. Not thread-safe.</summary>
internal sealed class CommandRows(Db db)
{
    private readonly Statement _place = db.Prepare("SELECT row FROM command_places WHERE session = ?1 AND person = ?2 AND command = ?3");
    private readonly Statement _command = db.Prepare("SELECT digest, answer FROM commands WHERE row = ?1");

    /// <param name="unplaced">Its row, where that is among the newest; null: it is looked for in the database.</param>
    public StoredCommand? Find(long session, PersonId by, CommandId id, long? unplaced)
    {
        if ((unplaced ?? _place.Bind(1, session).Bind(2, by.Value).Bind(3, id.Value).One()) is not { } row) return null;
        _command.Bind(1, row).Step();
        var command = new StoredCommand(by, id, _command.Blob(0), _command.Blob(1));
        _command.Reset();
        return command;
    }
}

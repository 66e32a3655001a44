using IomSessions.Engine;

namespace IomSessions.Server.Records;

/// <summary>How a record is written down; called in the order of its methods, circle by circle.</summary>
internal interface IRecordForm
{
    void Begin(OwnRecord record, DateTimeOffset at);

    void BeginCircle(RecordedCircle circle);

    void Add(Recorded told);

    /// <summary>From here on, what was rendered after the sitting had ended.</summary>
    void BeginLater();

    void EndCircle();

    void End(Journal journal);
}

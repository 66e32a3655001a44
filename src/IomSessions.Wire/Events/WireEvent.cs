namespace IomSessions.Wire;

/// <summary>A fact as its readers get it.</summary>
/// <param name="Circle">Whose readers get it; of a sitting its circle id is the sitting's id.</param>
/// <param name="Offset">1, 2, 3 … within the circle, without gaps.</param>
/// <param name="Hash">32 hexadecimal digits: this link of the circle's hash chain.</param>
/// <param name="At">The server's time, whole seconds.</param>
public sealed record WireEvent(string Circle, CircleKind Kind, long Offset, string Hash, DateTimeOffset At, EventBody Body);

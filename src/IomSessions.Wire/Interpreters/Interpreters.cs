namespace IomSessions.Wire;

/// <summary>Says for whom an interpreter interprets (PE10): one of the three, or none of them.</summary>
public sealed record AssignInterpreter(
    string Interpreter, IReadOnlyList<string> People, string? Party = null, bool Session = false) : CommandBody;

/// <summary>Hall: for whom an interpreter interprets from now on.</summary>
public sealed record InterpreterAssigned(
    string Interpreter, IReadOnlyList<string> People, string? Party = null, bool Session = false) : EventBody;

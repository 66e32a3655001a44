namespace IomSessions.Wire;

/// <summary>The kinds of circle; PROTOCOL.md says who reads each.</summary>
public enum CircleKind
{
    Sitting,
    Hall,
    Party,
    Bench,
    Registry,
    Person,
    Named,
    Draft,
    Remarks,
    Table,
    Public,
}

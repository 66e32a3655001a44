namespace IomSessions.Wire;

/// <summary>What a public statement is (CL2).</summary>
public enum StatementKind
{
    Joint,
    Mediators,
    Procedural,
    Closing,
}

/// <summary>What a statement does to one that was published.</summary>
public enum StatementRelation
{
    Correction,
    Retraction,
}

/// <summary>Facts of procedure that can be told to the public, each while it is true.</summary>
public enum ProceduralFact
{
    Opened,
    Adjourned,
    Concluded,
}

/// <summary>One language version: a title of one line and plain text, paragraphs parted by an empty line.</summary>
public sealed record StatementText(string Language, string Title, string Text);

/// <summary>Who has cleared one language version: a party, or else a mediator or third author.</summary>
public sealed record ClearedBy(string Language, string? Party = null, string? Person = null);

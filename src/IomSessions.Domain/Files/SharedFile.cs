namespace IomSessions.Domain;

/// <summary>A file as its readers are told of it (SI3).</summary>
/// <param name="Name">As its sender called it, without a path; content like every word.</param>
/// <param name="Type">Media type, one of <see cref="FileTypes"/>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Salt">16 random bytes in hexadecimal: who has the hash alone cannot try out what the file might be.</param>
/// <param name="Hash">SHA-256 over salt and content, in hexadecimal.</param>
public sealed record SaidFile(FileId File, string Name, string Type, long Size, string Salt, string Hash);

/// <summary>What the house knows of a file that was uploaded.</summary>
/// <param name="By">Who uploaded it; nobody else can say it.</param>
/// <param name="For">The circle that he saw and meant.</param>
/// <param name="At">When it was whole.</param>
public sealed record FileFacts(SaidFile File, PersonId By, CircleId For, DateTimeOffset At);

/// <summary>A file that has been said: whoever may read the circle may read it, and nobody else.</summary>
/// <param name="Size">Bytes; counted for its sender.</param>
public sealed record FilePlace(CircleId Circle, PersonId By, long Size);

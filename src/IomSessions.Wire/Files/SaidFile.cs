namespace IomSessions.Wire;

/// <summary>A file of an utterance.</summary>
/// <param name="File">Its id, for <c>GET /api/sessions/{session}/files/{file}</c>.</param>
/// <param name="Name">As its sender called it, without a path.</param>
/// <param name="Type">Media type.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Salt">32 hexadecimal digits.</param>
/// <param name="Hash">SHA-256 over the salt's bytes and the file's, 64 hexadecimal digits.</param>
public sealed record SaidFile(string File, string Name, string Type, long Size, string Salt, string Hash);

/// <summary>What an upload is answered.</summary>
/// <param name="File">Its id, to be said within a day; then it is deleted.</param>
public sealed record UploadAnswer(string File, string Name, string Type, long Size);

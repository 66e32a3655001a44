using System.Net;
using IomSessions.Wire;

namespace IomSessions.Client;

/// <summary>Something asked for over HTTP was refused.</summary>
public sealed class RefusedException(Refusal refusal, HttpStatusCode status) : Exception(refusal.Sentence)
{
    public Refusal Refusal { get; } = refusal;

    public HttpStatusCode Status { get; } = status;
}

/// <summary>The connection has ended and does not come back.</summary>
public sealed class SessionEndedException(Goodbye goodbye) : Exception(goodbye.Sentence)
{
    public Goodbye Goodbye { get; } = goodbye;
}

using System.Collections.Immutable;
using IomSessions.Domain;

namespace IomSessions.DraftPeer;

/// <summary>One question; which members it has depends on <paramref name="Op"/>.</summary>
/// <param name="Id">Of a draft that was opened.</param>
/// <param name="Editor">A number in place of an id.</param>
internal sealed record Question(
    string Op, string? Text = null, ChangeSet? A = null, ChangeSet? B = null, bool Before = false, int[]? At = null, int Side = 0, Keep Keep = Keep.Always,
    int Id = 0, byte Editor = 0, long Version = 0, ImmutableArray<ChangeSet> Changes = default);

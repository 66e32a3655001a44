namespace IomSessions.Server.Documents.Pdf;

/// <summary>Part of a paragraph that is shaped in one go: one direction, one script, one font.</summary>
internal sealed record Stretch(int From, int To, byte Level, FontFace Face, uint Script)
{
    public bool RightToLeft => Level % 2 == 1;
}

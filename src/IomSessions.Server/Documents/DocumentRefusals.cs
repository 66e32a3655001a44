using IomSessions.Domain;

namespace IomSessions.Server.Documents;

/// <summary>Why a document is not made.</summary>
internal static class DocumentRefusals
{
    public static readonly Refusal TooLong = new(
        "document_too_long", "The document is too long to be made here. The page to print has no such bound.");

    public static readonly Refusal Sign = new(
        "document_sign", "The server has no font for a sign of this text, and prints no empty boxes. Please take the Word document or the page to print.");

    public static readonly Refusal Busy = new("busy", "Many documents are being made at the moment. Please try again.", Retry: true);
}

/// <summary>No font at hand shows a sign of the text. It does not say which: what is thrown may be logged.</summary>
internal sealed class NoFontException : Exception;

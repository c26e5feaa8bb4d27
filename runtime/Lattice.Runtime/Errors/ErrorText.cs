using System.Globalization;
using System.Text;

namespace Lattice.Stripe.Errors;

/// <summary>
/// The text of an error: always one line of at most 1 KB in UTF-8. Texts of a server could otherwise forge lines in a log, or move the
/// cursor of a terminal.
/// </summary>
internal static class ErrorText
{
    private const int MaxBytes = 1024;

    // For types and codes. Stripe's have at most 64 characters.
    private const int MaxWordBytes = 128;
    private const int MaxRequestIdBytes = 256;

    /// <summary>Returns a text such as <c>(card_error) 402 card_declined: Your card was declined. (request req_1)</c>.</summary>
    public static string Of(StripeError error)
    {
        var text = new StringBuilder("(");
        AppendLine(text, error.Type.Value, MaxWordBytes);
        text.Append(')');
        if (error.StatusCode is { } status)
        {
            text.Append(' ').Append(((int)status).ToString(CultureInfo.InvariantCulture));
        }

        if (error.Code is { Length: > 0 } code)
        {
            text.Append(' ');
            AppendLine(text, code, MaxWordBytes);
        }

        text.Append(": ");
        int start = text.Length;
        string request = DescribeRequest(error.RequestId);
        int others = Encoding.UTF8.GetByteCount(text.ToString()) + Encoding.UTF8.GetByteCount(request);
        AppendLine(text, error.Message ?? "", MaxBytes - others);
        if (text.Length == start)
        {
            text.Append("The response gives no details.");
        }

        return text.Append(request).ToString();
    }

    // Stripe's support needs the request id. It is at the end, so the message before it is truncated.
    private static string DescribeRequest(string? id)
    {
        if (id is not { Length: > 0 })
        {
            return "";
        }

        var text = new StringBuilder(" (request ");
        AppendLine(text, id, MaxRequestIdBytes);
        return text.Append(')').ToString();
    }

    /// <summary>
    /// Appends a text in which a space replaces each run of invisible characters. Those at the start and the end are removed. A text that
    /// is too long ends with an ellipsis.
    /// </summary>
    private static void AppendLine(StringBuilder line, string text, int maxBytes)
    {
        const char Ellipsis = '…';
        const int EllipsisBytes = 3;
        int start = line.Length;
        int bytes = 0;

        // The length to truncate to if the text turns out to be too long.
        int truncatedLength = start;
        bool isGap = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune))
            {
                isGap = line.Length > start;
                continue;
            }

            bytes += rune.Utf8SequenceLength + (isGap ? 1 : 0);
            if (bytes > maxBytes)
            {
                line.Length = truncatedLength;
                line.Append(Ellipsis);
                return;
            }

            if (isGap)
            {
                line.Append(' ');
                isGap = false;
            }

            Append(line, rune);
            truncatedLength = bytes <= maxBytes - EllipsisBytes ? line.Length : truncatedLength;
        }
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static void Append(StringBuilder text, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        text.Append(units[..rune.EncodeToUtf16(units)]);
    }
}

using System.Globalization;
using System.Text;

namespace Lattice.Stripe.Errors;

/// <summary>
/// The text of an error: one line of at most 1 KB in UTF-8, whatever the error holds. Texts of a server could otherwise
/// forge lines of a log, or move the cursor of a terminal.
/// </summary>
internal static class ErrorText
{
    private const int MaxBytes = 1024;

    // The words that a program acts on; Stripe's have at most 64 characters.
    private const int MaxWordBytes = 128;
    private const int MaxRequestIdBytes = 256;

    /// <summary>Such as <c>(card_error) 402 card_declined: Your card was declined. (request req_1)</c>.</summary>
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

    // What Stripe's support needs; it stands at the end, so the message before it is cut.
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
    /// Appends a text with a space for each run of characters that are not shown as such, without those at its ends.
    /// One that is too long ends in an ellipsis.
    /// </summary>
    private static void AppendLine(StringBuilder line, string text, int maxBytes)
    {
        const char Ellipsis = '…';
        const int EllipsisBytes = 3;
        int start = line.Length;
        int bytes = 0;

        // Where to cut, should the text not end in time.
        int cut = start;
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
                line.Length = cut;
                line.Append(Ellipsis);
                return;
            }

            if (isGap)
            {
                line.Append(' ');
                isGap = false;
            }

            Append(line, rune);
            cut = bytes <= maxBytes - EllipsisBytes ? line.Length : cut;
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

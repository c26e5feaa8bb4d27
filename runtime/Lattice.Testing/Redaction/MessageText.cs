using System.Globalization;
using System.Text;

namespace Lattice.Stripe.Testing.Redaction;

/// <summary>
/// Prepares text of a user for messages: without secrets, and with escapes for characters that would control the terminal or the lines of
/// the message.
/// </summary>
internal static class MessageText
{
    /// <summary>Escapes control characters: <c>\n</c>, <c>\u001b</c>.</summary>
    public static string Show(string text) => Escape(SecretText.Redact(text));

    /// <summary>Quotes a text, so that white space is visible and escapes are unambiguous.</summary>
    public static string Quote(string text)
        => $"\"{Escape(SecretText.Redact(text).Replace("\\", "\\\\", StringComparison.Ordinal))}\"";

    private static string Escape(string redacted)
    {
        if (!redacted.Any(IsControl))
        {
            return redacted;
        }

        var shown = new StringBuilder(redacted.Length);
        foreach (char character in redacted)
        {
            _ = character switch
            {
                '\r' => shown.Append("\\r"),
                '\n' => shown.Append("\\n"),
                '\t' => shown.Append("\\t"),
                _ when IsControl(character) => shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => shown.Append(character),
            };
        }

        return shown.ToString();
    }

    /// <summary>Whether a character controls a terminal, the lines of a text, or the direction of what follows it.</summary>
    private static bool IsControl(char character)
        => char.IsControl(character)
        || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

using System.Globalization;

namespace Lattice.Stripe.Testing.Spec;

/// <summary>The times of API v2: RFC 3339 in UTC, with milliseconds, or with more digits if the time needs them.</summary>
internal static class Rfc3339
{
    public static string Write(DateTimeOffset time)
        => time.UtcDateTime.ToString(
            time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
            CultureInfo.InvariantCulture);

    /// <summary>Reads a time that has an offset from UTC.</summary>
    public static bool TryRead(string text, out DateTimeOffset time)
    {
        time = default;
        return text.Length > "2020-01-01T00:00:00".Length && text[10] is 'T' or 't'
            && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-')
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out time);
    }
}

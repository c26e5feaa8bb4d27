using System.Globalization;

namespace Lattice.Stripe.Transport;

/// <summary>The <c>Retry-After</c> header (RFC 9110, section 10.2.3): seconds, or an HTTP date.</summary>
internal static class RetryAfterHeader
{
    private const DateTimeStyles DateStyles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite;

    // The three of RFC 9110, section 5.6.7: today's, RFC 850's and that of asctime.
    private static readonly string[] s_dates = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <returns>The time to wait, never negative; <see langword="null"/> if there is no header or it cannot be read.</returns>
    public static TimeSpan? Parse(string? value, DateTimeOffset now)
    {
        if (value is null)
        {
            return null;
        }

        if (value.Length > 0 && value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            // A number that is too large for its type is a long time, not none.
            bool fits = uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out uint seconds);
            return TimeSpan.FromSeconds(fits ? seconds : uint.MaxValue);
        }

        return DateTimeOffset.TryParseExact(value, s_dates, CultureInfo.InvariantCulture, DateStyles, out DateTimeOffset date)
            ? date > now ? date - now : TimeSpan.Zero
            : null;
    }
}

using System.Globalization;

namespace Lattice.Stripe.Transport;

/// <summary>The <c>Retry-After</c> header (RFC 9110, section 10.2.3): seconds, or an HTTP date.</summary>
internal static class RetryAfterHeader
{
    /// <returns>The time to wait, never negative; <see langword="null"/> if there is no header or it cannot be read.</returns>
    public static TimeSpan? Parse(string? value, DateTimeOffset now)
    {
        if (value is null)
        {
            return null;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        if (!DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
        {
            return null;
        }

        return date > now ? date - now : TimeSpan.Zero;
    }
}

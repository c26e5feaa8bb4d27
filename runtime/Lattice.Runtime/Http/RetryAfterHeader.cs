using System.Globalization;
using System.Net.Http.Headers;

namespace Lattice.Stripe.Http;

/// <summary>The <c>Retry-After</c> header (RFC 9110, section 10.2.3): seconds, or an HTTP date.</summary>
internal static class RetryAfterHeader
{
    private const DateTimeStyles DateStyles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(uint.MaxValue);

    // The three formats of RFC 9110, section 5.6.7: IMF-fixdate, RFC 850 and asctime.
    private static readonly string[] s_dates = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>Reads the delay that a response requests; the longest one if there are several.</summary>
    /// <returns>A delay that is not negative; <see langword="null"/> if the header is missing or invalid.</returns>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider timeProvider) =>
        headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues values) ? Read(values, headers, timeProvider) : null;

    private static TimeSpan? Read(HeaderStringValues values, HttpResponseHeaders headers, TimeProvider timeProvider)
    {
        TimeSpan? longest = null;
        foreach (string value in values)
        {
            // A date contains a comma. A comma between numbers is the result of a header that was sent twice.
            TimeSpan? wait = ReadDate(value) is { } date ? Max(date - GetDate(headers, timeProvider), TimeSpan.Zero) : ReadSeconds(value);
            longest = wait is null || longest > wait ? longest : wait;
        }

        return longest;
    }

    // The delay is relative to the response's own date, because the clock of this machine may be wrong.
    private static DateTimeOffset GetDate(HttpResponseHeaders headers, TimeProvider timeProvider) =>
        headers.NonValidated.TryGetValues("Date", out HeaderStringValues values) && ReadDate(values.ToString()) is { } date
            ? date
            : timeProvider.GetUtcNow();

    private static DateTimeOffset? ReadDate(string text) =>
        DateTimeOffset.TryParseExact(text.Trim(), s_dates, CultureInfo.InvariantCulture, DateStyles, out DateTimeOffset date) ? date : null;

    private static TimeSpan? ReadSeconds(string text)
    {
        TimeSpan? longest = null;
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            // Only digits and a point, without a sign or an exponent.
            if (part.AsSpan().IndexOfAnyExceptInRange('.', '9') >= 0
                || !double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            {
                return null;
            }

            // A number that is too large for a double is a long delay as well.
            TimeSpan seconds = number < uint.MaxValue ? TimeSpan.FromSeconds(number) : s_longest;
            longest = longest > seconds ? longest : seconds;
        }

        return longest;
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}

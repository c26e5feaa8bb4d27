using System.Globalization;
using System.Net.Http.Headers;

namespace Lattice.Stripe.Transport;

/// <summary>
/// The <c>Retry-After</c> header (RFC 9110, section 10.2.3): seconds, or an HTTP date. A list is what becomes of a header that
/// was sent twice.
/// </summary>
internal static class RetryAfterHeader
{
    private const StringSplitOptions ListItems = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
    private const DateTimeStyles DateStyles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(uint.MaxValue);

    // The three of RFC 9110, section 5.6.7: today's, RFC 850's and that of asctime.
    private static readonly string[] s_dates = ["ddd, d MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>Reads how long a response asks to wait: the longest time, if it asks several times.</summary>
    /// <returns>A time that is not negative; <see langword="null"/> if there is no header or it cannot be read.</returns>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider timeProvider) =>
        headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues values) ? Read(values, headers, timeProvider) : null;

    private static TimeSpan? Read(HeaderStringValues values, HttpResponseHeaders headers, TimeProvider timeProvider)
    {
        TimeSpan? longest = null;
        foreach (string value in values)
        {
            TimeSpan? wait = ReadList(value, headers, timeProvider);
            longest = wait is null || longest > wait ? longest : wait;
        }

        return longest;
    }

    /// <summary>The longest time of a list; <see langword="null"/> if any item cannot be read.</summary>
    private static TimeSpan? ReadList(string text, HttpResponseHeaders headers, TimeProvider timeProvider)
    {
        TimeSpan? longest = null;
        string[] parts = text.Split(',', ListItems);
        for (int i = 0; i < parts.Length; i++)
        {
            if (ReadSeconds(parts[i]) is { } seconds)
            {
                longest = Max(longest, seconds);
            }
            else if (ReadDate(parts, ref i) is { } date)
            {
                longest = Max(longest ?? TimeSpan.Zero, date - GetDate(headers, timeProvider));
            }
            else
            {
                return null;
            }
        }

        return longest;
    }

    // Measured against the response's own date: the clock of this machine may be wrong.
    private static DateTimeOffset GetDate(HttpResponseHeaders headers, TimeProvider timeProvider) =>
        headers.NonValidated.TryGetValues("Date", out HeaderStringValues values) && ReadSingleDate(values) is { } date
            ? date
            : timeProvider.GetUtcNow();

    /// <summary>The date that all values are; <see langword="null"/> if they differ or one cannot be read.</summary>
    private static DateTimeOffset? ReadSingleDate(HeaderStringValues values)
    {
        DateTimeOffset? only = null;
        string[] parts = values.ToString().Split(',', ListItems);
        for (int i = 0; i < parts.Length; i++)
        {
            DateTimeOffset? date = ReadDate(parts, ref i);
            if (date is null || (only is not null && only != date))
            {
                return null;
            }

            only = date;
        }

        return only;
    }

    /// <summary>Reads the date that begins at a part between commas; of most dates, it is the day of the week alone.</summary>
    private static DateTimeOffset? ReadDate(string[] parts, ref int index)
    {
        DateTimeOffset? date = ReadDate(parts[index]);
        return date is not null || index + 1 == parts.Length ? date : ReadDate($"{parts[index]}, {parts[++index]}");
    }

    // Names of days and months are read in any case, but not the zone. UTC is what GMT means here.
    private static DateTimeOffset? ReadDate(string text)
    {
        string upper = text.ToUpperInvariant();
        upper = upper.EndsWith(" UTC", StringComparison.Ordinal) ? upper[..^3] + "GMT" : upper;
        return DateTimeOffset.TryParseExact(upper, s_dates, CultureInfo.InvariantCulture, DateStyles, out DateTimeOffset date) ? date : null;
    }

    private static TimeSpan? ReadSeconds(string text)
    {
        // Digits and a point: neither a sign nor an exponent.
        if (text.AsSpan().IndexOfAnyExceptInRange('.', '9') >= 0
            || !double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
        {
            return null;
        }

        // A number that is too large for its type is a long time as well.
        return number < uint.MaxValue ? TimeSpan.FromSeconds(number) : s_longest;
    }

    private static TimeSpan Max(TimeSpan? left, TimeSpan right) => left > right ? left.Value : right;
}

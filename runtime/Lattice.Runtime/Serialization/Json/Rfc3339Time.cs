namespace Lattice.Stripe.Serialization.Json;

/// <summary>
/// Reads times of <see href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, section 5.6</see>: letters of either case, a
/// space instead of the <c>T</c>, leap seconds, any fraction, any numeric offset. Seconds, and the minutes of an offset, may be omitted
/// as in ISO 8601. A time without an offset is not accepted, because it is ambiguous.
/// </summary>
internal static class Rfc3339Time
{
    // yyyy-MM-ddTHH:mm
    private const int LengthToMinutes = 16;

    // The maximum offset of a DateTimeOffset. A time with a larger offset is returned in UTC.
    private static readonly long s_maxOffset = TimeSpan.FromHours(14).Ticks;

    /// <summary>Reads a time with its offset. A fraction finer than 100 ns is truncated.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!TryReadMinutes(text, out long ticks))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[LengthToMinutes..];
        if (!TryTakeSeconds(ref rest, out int seconds, out long fraction) || !TryReadOffset(rest, out long offset))
        {
            return false;
        }

        if (seconds == 60 && !IsLastMinuteOfDay(ticks - offset))
        {
            return false;
        }

        // A leap second follows second 59; here it is the first second of the next day.
        ticks += (seconds * TimeSpan.TicksPerSecond) + fraction;
        return TryCreate(ticks, offset, out value);
    }

    private static bool TryReadMinutes(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < LengthToMinutes
            || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !TryRead(text[..4], out int year) || !TryRead(text[5..7], out int month) || !TryRead(text[8..10], out int day)
            || !TryRead(text[11..13], out int hour) || !TryRead(text[14..16], out int minute))
        {
            return false;
        }

        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59)
        {
            return false;
        }

        ticks = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified).Ticks;
        return true;
    }

    private static bool TryTakeSeconds(ref ReadOnlySpan<byte> rest, out int seconds, out long fraction)
    {
        seconds = 0;
        fraction = 0;
        if (rest is not [(byte)':', ..])
        {
            return true;
        }

        if (rest.Length < 3 || !TryRead(rest[1..3], out seconds) || seconds > 60)
        {
            return false;
        }

        rest = rest[3..];
        return rest is not [(byte)'.', ..] || TryTakeFraction(ref rest, out fraction);
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        rest = rest[1..];
        int count = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (count <= 0)
        {
            return false;
        }

        long unit = TimeSpan.TicksPerSecond;
        for (int i = 0; i < count && unit > 1; i++)
        {
            unit /= 10;
            ticks += (rest[i] - '0') * unit;
        }

        rest = rest[count..];
        return true;
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text is [(byte)'Z' or (byte)'z'])
        {
            return true;
        }

        if (text is not [(byte)'+' or (byte)'-', _, _, ..] || !TryRead(text[1..3], out int hours) || hours > 23)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[3..];
        rest = rest is [(byte)':', _, ..] ? rest[1..] : rest;
        int minutes = 0;
        if (!rest.IsEmpty && (rest.Length != 2 || !TryRead(rest, out minutes) || minutes > 59))
        {
            return false;
        }

        ticks = ((hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute)) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool IsLastMinuteOfDay(long utcTicks)
    {
        long ofDay = utcTicks % TimeSpan.TicksPerDay;
        return (ofDay < 0 ? ofDay + TimeSpan.TicksPerDay : ofDay) == TimeSpan.TicksPerDay - TimeSpan.TicksPerMinute;
    }

    private static bool TryCreate(long ticks, long offset, out DateTimeOffset value)
    {
        value = default;
        long utc = ticks - offset;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        bool isKept = Math.Abs(offset) <= s_maxOffset && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
        value = isKept ? new DateTimeOffset(ticks, new TimeSpan(offset)) : new DateTimeOffset(utc, TimeSpan.Zero);
        return true;
    }

    private static bool TryRead(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        foreach (byte character in digits)
        {
            uint digit = (uint)character - '0';
            if (digit > 9)
            {
                return false;
            }

            value = (value * 10) + (int)digit;
        }

        return true;
    }
}

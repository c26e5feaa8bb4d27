using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Lattice.Stripe.Webhooks;

/// <summary>
/// A header such as <c>t=1757000000,v1=5257a8…,v0=6ffbb5…</c>: a timestamp and any number of signatures, each with its scheme.
/// </summary>
/// <remarks>
/// It accepts what Stripe.net accepts: white space around the items, the first of several timestamps, and a timestamp with a sign. It is
/// read in place, and only once for each secret.
/// </remarks>
internal readonly ref struct SignatureHeader
{
    /// <summary>The maximum length. A header of Stripe's has about 80 characters for each signature.</summary>
    public const int MaxLength = 16_384;

    private readonly ReadOnlySpan<char> _items;

    private SignatureHeader(ReadOnlySpan<char> items, ReadOnlySpan<char> timestamp, long seconds, bool hasSignature)
    {
        _items = items;
        Timestamp = timestamp;
        Seconds = seconds;
        HasSignature = hasSignature;
    }

    /// <summary>The text of the timestamp, which is part of what is signed.</summary>
    public ReadOnlySpan<char> Timestamp { get; }

    /// <summary>The timestamp in seconds since the Unix epoch.</summary>
    public long Seconds { get; }

    /// <summary>Whether there is a signature of the scheme <c>v1</c>.</summary>
    public bool HasSignature { get; }

    /// <summary>Reads a header. Returns what is wrong with its form; <see langword="null"/> if nothing is.</summary>
    public static string? Read(ReadOnlySpan<char> text, out SignatureHeader header)
    {
        header = default;
        if (text.Length > MaxLength)
        {
            return string.Create(CultureInfo.InvariantCulture, $"it is longer than {MaxLength} characters");
        }

        ReadOnlySpan<char> timestamp = default;
        bool hasTimestamp = false;
        bool hasSignature = false;
        ReadOnlySpan<char> rest = text;
        for (bool isLast = false; !isLast;)
        {
            if (!TryTakeItem(ref rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value, out isLast))
            {
                return "one of its items has no '='";
            }

            hasSignature |= name is "v1";
            if (name is "t" && !hasTimestamp)
            {
                timestamp = value;
                hasTimestamp = true;
            }
        }

        if (!long.TryParse(timestamp, NumberStyles.Integer, CultureInfo.InvariantCulture, out long seconds))
        {
            return hasTimestamp ? "its timestamp (t=) is not a number of seconds" : "it has no timestamp (t=)";
        }

        header = new SignatureHeader(text, timestamp, seconds, hasSignature);
        return null;
    }

    /// <summary>
    /// Whether one of the signatures of the scheme <c>v1</c> is the expected one. The time depends neither on which one it is nor on how
    /// much of another one is the same.
    /// </summary>
    public bool Contains(ReadOnlySpan<char> signature)
    {
        bool isFound = false;
        ReadOnlySpan<char> rest = _items;
        for (bool isLast = false; !isLast;)
        {
            if (TryTakeItem(ref rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value, out isLast) && name is "v1")
            {
                isFound |= CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(value), MemoryMarshal.AsBytes(signature));
            }
        }

        return isFound;
    }

    /// <summary>Takes the next item; <see langword="false"/> if it has no <c>=</c>.</summary>
    private static bool TryTakeItem(
        scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value, out bool isLast)
    {
        int end = rest.IndexOf(',');
        isLast = end < 0;
        ReadOnlySpan<char> item = (isLast ? rest : rest[..end]).Trim();
        rest = isLast ? default : rest[(end + 1)..];
        int equals = item.IndexOf('=');
        name = equals < 0 ? default : item[..equals];
        value = equals < 0 ? default : item[(equals + 1)..];
        return equals >= 0;
    }
}

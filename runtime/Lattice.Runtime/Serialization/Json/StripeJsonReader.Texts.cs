using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Lattice.Stripe.Serialization.Json;

/// <content>
/// Strings and names. JSON allows some that are not valid text: a lone surrogate, or bytes that are not UTF-8.
/// </content>
public ref partial struct StripeJsonReader
{
    /// <summary>Returns the current string; a string that is not valid text is returned as it is in the JSON.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal readonly string GetTextOrRaw() =>
        TryGetString(in _json, out string? text) ? text : Encoding.UTF8.GetString(_json.ValueSpan);

    /// <summary>
    /// Reads the current string; <see langword="false"/> if it is not valid text (a lone surrogate, bytes that are not UTF-8).
    /// </summary>
    /// <remarks>
    /// <see cref="Utf8JsonReader.GetString"/> throws for such a string. A response may hold a million of them, and a million
    /// exceptions take half a minute.
    /// </remarks>
    private static bool TryGetString(scoped ref readonly Utf8JsonReader json, [NotNullWhen(true)] out string? text)
    {
        ReadOnlySpan<byte> utf8 = json.ValueSpan;
        if (!json.ValueIsEscaped && Ascii.IsValid(utf8))
        {
            // Nearly every string of Stripe's. The general path would scan it three times.
            text = Encoding.Latin1.GetString(utf8);
            return true;
        }

        text = IsText(utf8, json.ValueIsEscaped) ? json.GetString()! : null;
        return text is not null;
    }

    /// <summary>Reads the current string in UTF-8; <see langword="false"/> if it is not valid text.</summary>
    private readonly bool TryGetUtf8(out ReadOnlySpan<byte> utf8)
    {
        utf8 = _json.ValueSpan;
        if (!_json.ValueIsEscaped)
        {
            return true;
        }

        if (!TryGetString(in _json, out string? text))
        {
            return false;
        }

        utf8 = Encoding.UTF8.GetBytes(text);
        return true;
    }

    /// <summary>Returns the current name. A name whose escapes are not valid text is returned as it is in the JSON.</summary>
    private static ReadOnlySpan<byte> GetUnescapedName(scoped ref readonly Utf8JsonReader json) =>
        TryGetString(in json, out string? text) ? Encoding.UTF8.GetBytes(text) : json.ValueSpan;

    private static bool IsName(scoped ref readonly Utf8JsonReader json, ReadOnlySpan<byte> name) =>
        name.SequenceEqual(json.ValueIsEscaped ? GetUnescapedName(in json) : json.ValueSpan);

    private static bool IsText(ReadOnlySpan<byte> json, bool isEscaped) =>
        Utf8.IsValid(json) && (!isEscaped || HasWholeSurrogatePairs(json));

    /// <summary>Whether each escaped surrogate is part of a pair.</summary>
    private static bool HasWholeSurrogatePairs(ReadOnlySpan<byte> json)
    {
        const int EscapeLength = 6;
        while (json.IndexOf((byte)'\\') is >= 0 and var at)
        {
            json = json[at..];
            if (json[1] != 'u')
            {
                json = json[2..];
                continue;
            }

            char unit = GetEscapedUnit(json);
            json = json[EscapeLength..];
            if (!char.IsSurrogate(unit))
            {
                continue;
            }

            bool isFollowed = json is [(byte)'\\', (byte)'u', ..] && char.IsLowSurrogate(GetEscapedUnit(json));
            if (!char.IsHighSurrogate(unit) || !isFollowed)
            {
                return false;
            }

            json = json[EscapeLength..];
        }

        return true;
    }

    /// <summary>Returns the code unit of an escape such as <c>\ud83d</c>, which the reader has validated.</summary>
    private static char GetEscapedUnit(ReadOnlySpan<byte> escape)
    {
        int unit = 0;
        foreach (byte digit in escape[2..6])
        {
            unit = (unit << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return (char)unit;
    }
}

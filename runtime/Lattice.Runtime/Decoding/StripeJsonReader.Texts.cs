using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Lattice.Stripe.Serialization;

/// <content>Texts and names, which JSON lets hold what is no text: half a surrogate pair, or bytes that are no UTF-8.</content>
public ref partial struct StripeJsonReader
{
    /// <summary>Whether the name that the reader stands on is this one.</summary>
    private static bool IsName(in Utf8JsonReader json, ReadOnlySpan<byte> name) => json.ValueIsEscaped
        ? name.SequenceEqual(Encoding.UTF8.GetBytes(Unescape(json.ValueSpan)))
        : name.SequenceEqual(json.ValueSpan);

    /// <summary>The string that the reader stands on; <see langword="false"/> if it is no text (half of a surrogate pair, no UTF-8).</summary>
    private static bool TryGetString(ref readonly Utf8JsonReader json, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    private static string Unescape(ReadOnlySpan<byte> name)
    {
        if (!name.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(name);
        }

        var json = new Utf8JsonReader([(byte)'"', .. name, (byte)'"']);
        json.Read();
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Escapes that are no text (a lone surrogate): the name as it stands.
            return Encoding.UTF8.GetString(name);
        }
    }
}

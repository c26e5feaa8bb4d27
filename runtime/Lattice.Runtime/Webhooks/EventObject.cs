using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Lattice.Stripe.Observability;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Webhooks;

/// <summary>Reads the object that an event contains: <c>data.object</c>.</summary>
internal static class EventObject
{
    /// <summary>Reads the object if there is one and it is of the type.</summary>
    /// <param name="data">The JSON of the event's <c>data</c>.</param>
    /// <param name="value">The object.</param>
    /// <param name="reason">Why there is no value, as the end of a sentence that starts with the event.</param>
    /// <exception cref="JsonException">The object exceeds a limit.</exception>
    public static bool TryRead<T>(byte[]? data, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? reason)
        where T : StripeObject, IJsonReadable<T>
    {
        byte[]? text = Find(data);
        if (text is null)
        {
            value = null;
            reason = "contains no object";
            return false;
        }

        var json = new StripeJsonReader(text);
        value = Read(ref json, T.Read);
        reason = FindMismatch(in json, value, text, typeof(T).Name);
        value = reason is null ? value : null;
        return value is not null;
    }

    /// <summary>Describes an event without an object of the type.</summary>
    public static string Describe(StripeEvent stripeEvent, string reason)
    {
        string advice = stripeEvent.RelatedObject is null
            ? "Check the event's Type before you read its object, or call TryReadObject."
            : "It refers to its object: retrieve it by the Url of its RelatedObject.";
        return $"The event of type '{TelemetrySanitizer.Name(stripeEvent.Type)}' {reason}. {advice}";
    }

    private static byte[]? Find(byte[]? data)
    {
        if (data is null)
        {
            return null;
        }

        var json = new StripeJsonReader(data);
        json.Advance();
        byte[]? found = null;
        if (json.TokenType == JsonTokenType.StartObject)
        {
            while (json.ReadFields())
            {
                if (json.IsField("object"u8))
                {
                    found = json.ReadRawJson();
                }
            }
        }

        return found is [(byte)'{', ..] ? found : null;
    }

    private static T Read<T>(ref StripeJsonReader json, StripeObjectReader<T> reader)
        where T : StripeObject
    {
        try
        {
            return json.ReadDocument(reader);
        }
        catch (ResponseLimitException exception)
        {
            throw new JsonException($"The object of the event {exception.Message}.");
        }
    }

    /// <summary>Returns how the object differs from the type; <see langword="null"/> if it is of the type.</summary>
    private static string? FindMismatch(ref readonly StripeJsonReader json, StripeObject value, byte[] text, string type)
    {
        IReadOnlyList<string> missing = value.GetMissingFields();
        bool isRecognized = json.IsRecognized(missing);
        if (isRecognized && !HasUnknownType(in json, value))
        {
            return null;
        }

        string name = PeekName(text) is { } found ? $"of type '{TelemetrySanitizer.Name(found)}'" : "without the property object";
        string difference = json.ExpectedObject is { } expected ? $"is not '{expected}'"
            : !isRecognized && missing.Count > 0 ? $"lacks {MissingFields.Describe(missing)}"
            : "has nothing that identifies it";
        return $"contains an object {name}, which cannot be read as {type}: it {difference}";
    }

    /// <summary>Whether the object has a type that the class does not know. Without required properties, any object would fit.</summary>
    private static bool HasUnknownType(ref readonly StripeJsonReader json, StripeObject value) =>
        value is StripeUnion union ? union.GetCase() is null
        : json.ExpectedObject is null && value.GetExtraFields().ContainsKey("object");

    private static string? PeekName(byte[] text)
    {
        var json = new StripeJsonReader(text);
        json.Advance();
        return json.PeekString("object"u8);
    }
}

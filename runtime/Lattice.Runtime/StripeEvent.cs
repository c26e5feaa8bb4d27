using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lattice.Stripe.Serialization.Json;
using Lattice.Stripe.Webhooks;

namespace Lattice.Stripe;

/// <summary>
/// An event: something that happened in an account. It is an event of API v1, which contains the object that it is about
/// (<c>account.updated</c>), or one of API v2, which refers to the object (<c>v2.core.account.updated</c>). See
/// <see href="https://docs.stripe.com/event-destinations">Event destinations</see> in Stripe's documentation.
/// </summary>
/// <remarks>
/// <see cref="StripeWebhook"/> returns the event of a request that Stripe has signed. <see cref="StripeJson"/> reads one from any other
/// source, such as a queue or a test, and does not verify anything.
/// </remarks>
public sealed partial class StripeEvent : StripeObject, IJsonReadable<StripeEvent>
{
    // The JSON of "data". Not a property: it may hold secrets.
    private readonly byte[]? _data;

    /// <summary>Initializes an event for tests. To make one that contains an object, read it with <see cref="StripeJson"/>.</summary>
    public StripeEvent()
    {
    }

    /// <summary>The event's id (<c>evt_…</c>). Stripe may send an event more than once, always with the same id.</summary>
    [JsonPropertyName("id")]
    public string Id { get; init; } = "";

    /// <summary><c>event</c> for an event of API v1, <c>v2.core.event</c> for one of API v2.</summary>
    [JsonPropertyName("object")]
    public string Object { get; init; } = "";

    /// <summary>
    /// What happened, such as <c>account.updated</c>. Stripe adds types at any time. See
    /// <see href="https://docs.stripe.com/api/events/types">Types of events</see> in Stripe's reference.
    /// </summary>
    [JsonPropertyName("type")]
    public string Type { get; init; } = "";

    /// <summary>When the event was created.</summary>
    [JsonPropertyName("created")]
    public DateTimeOffset Created { get; init; }

    /// <summary>Whether it happened in live mode.</summary>
    [JsonPropertyName("livemode")]
    public bool Livemode { get; init; }

    /// <summary>
    /// The API version of the contained object, such as <c>2026-09-30.endive</c>: that of the webhook endpoint, or else the account's
    /// default. <see langword="null"/> for an event of API v2, which has none.
    /// </summary>
    /// <remarks>
    /// If it is not the version that the types were generated for (<c>StripeApiVersion.Current</c>), fields may be missing or have another
    /// meaning. Create the endpoint with the version of the types.
    /// </remarks>
    [JsonPropertyName("api_version")]
    public string? ApiVersion { get; init; }

    /// <summary>The connected account (<c>acct_…</c>) where it happened; <see langword="null"/> for your own.</summary>
    [JsonPropertyName("account")]
    public string? Account { get; init; }

    /// <summary>
    /// For <see cref="StripeRequestOptions.StripeContext"/> of a call that retrieves the event or its object; <see langword="null"/> for
    /// your own account.
    /// </summary>
    [JsonPropertyName("context")]
    public string? Context { get; init; }

    /// <summary>The object that an event of API v2 is about; <see langword="null"/> if there is none.</summary>
    [JsonPropertyName("related_object")]
    public StripeRelatedObject? RelatedObject { get; init; }

    /// <summary>For an event of API v2, the id of the event of API v1 about the same change, if there is one.</summary>
    [JsonPropertyName("snapshot_event")]
    public string? SnapshotEvent { get; init; }

    /// <summary>Reads the object that an event of API v1 contains, as it was at the time of the event.</summary>
    /// <typeparam name="T">The type of the object: any generated class of a response.</typeparam>
    /// <returns>
    /// The object, as if a call had returned it: unknown fields are in <see cref="StripeObject.GetExtraFields"/>, and absent ones in
    /// <see cref="StripeObject.GetMissingFields"/>. It has no response. Each call reads it again.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// The event contains no object, or one of another type. The message contains neither the object nor its fields.
    /// </exception>
    /// <exception cref="JsonException">The object exceeds a limit of decoding, such as 250,000 nested objects.</exception>
    public T ReadObject<T>()
        where T : StripeObject, IJsonReadable<T> =>
        EventObject.TryRead(_data, out T? value, out string? reason) ? value
            : throw new InvalidOperationException(EventObject.Describe(this, reason));

    /// <summary>Reads the object that an event of API v1 contains, if it is of this type.</summary>
    /// <typeparam name="T">The type of the object: any generated class of a response.</typeparam>
    /// <param name="value">The object, as <see cref="ReadObject{T}"/> returns it.</param>
    /// <returns><see langword="false"/> if the event contains no object, or one of another type.</returns>
    /// <exception cref="JsonException">The object exceeds a limit of decoding, such as 250,000 nested objects.</exception>
    public bool TryReadObject<T>([NotNullWhen(true)] out T? value)
        where T : StripeObject, IJsonReadable<T> =>
        EventObject.TryRead(_data, out value, out _);

    /// <summary>
    /// The JSON of <c>data</c>: for an event of API v1, <c>object</c> and <c>previous_attributes</c>; for one of API v2, whatever the type
    /// of event has. <see langword="null"/> if there is none. It is a method and not a property because it may hold secrets: serializers
    /// and structured loggers do not read it. Each call parses it again.
    /// </summary>
    /// <exception cref="JsonException">It has more than 64 levels of nested arrays and objects.</exception>
    public JsonElement? GetData()
    {
        if (_data is null)
        {
            return null;
        }

        var json = new Utf8JsonReader(_data, new JsonReaderOptions { MaxDepth = DecodingLimits.MaxJsonLevels });
        return JsonElement.ParseValue(ref json);
    }
}

using System.Text.Json.Serialization;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>A reference to the object that an event is about. The event does not contain the object: retrieve it.</summary>
public sealed class StripeRelatedObject : StripeObject, IJsonReadable<StripeRelatedObject>
{
    /// <summary>Initializes a reference for tests.</summary>
    public StripeRelatedObject()
    {
    }

    private StripeRelatedObject(ref StripeJsonReader json)
        : base(ref json)
    {
    }

    /// <summary>The object's id.</summary>
    [JsonPropertyName("id")]
    public string Id { get; init; } = "";

    /// <summary>The object's type, such as <c>v2.core.account</c>: the value of its property <c>object</c>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; init; } = "";

    /// <summary>The path to retrieve the object, such as <c>/v2/core/accounts/acct_123</c>.</summary>
    [JsonPropertyName("url")]
    public string Url { get; init; } = "";

    static StripeRelatedObject IJsonReadable<StripeRelatedObject>.Read(ref StripeJsonReader json)
    {
        string? id = null;
        string? type = null;
        string? url = null;
        while (json.ReadFields())
        {
            if (json.IsField("id"u8))
            {
                id = json.ReadString();
            }

            if (json.IsField("type"u8))
            {
                type = json.ReadString();
            }

            if (json.IsField("url"u8))
            {
                url = json.ReadString();
            }
        }

        json.AddIfMissing(id is null, nameof(StripeRelatedObject), "id");
        json.AddIfMissing(type is null, nameof(StripeRelatedObject), "type");
        json.AddIfMissing(url is null, nameof(StripeRelatedObject), "url");
        return new StripeRelatedObject(ref json) { Id = id ?? "", Type = type ?? "", Url = url ?? "" };
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Lattice.Stripe;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.TestSupport.Calls;

/// <summary>A resource with a field of every type, read as in generated code. The first five fields are required.</summary>
public sealed class Thing : StripeResource, IJsonReadable<Thing>
{
    public const string ApiVersion = "2020-01-01.test";

    public static StripeOperation<FormParams, Thing> CreateOperation { get; } = Post("/v1/things");

    public static StripeOperation<FormParams, Thing> RetrieveOperation { get; } = new(
        "Thing.Retrieve", HttpMethod.Get, "/v1/things/{thing}", ApiVersion, StripeJsonReader.Read<Thing>)
    {
        HasQuery = true,
    };

    public static StripeOperation<FormParams, StripeList<Thing>> ListOperation { get; } = new(
        "Thing.List", HttpMethod.Get, "/v1/things", ApiVersion, StripeJsonReader.ReadList<Thing>)
    {
        HasQuery = true,
    };

    public static StripeOperation<FormParams, Thing> DeleteOperation { get; } = new(
        "Thing.Delete", HttpMethod.Delete, "/v1/things/{thing}", ApiVersion, StripeJsonReader.Read<Thing>)
    {
        HasQuery = true,
    };

    public static StripeOperation<FormParams, Thing> DeleteV2Operation { get; } = new(
        "V2.Thing.Delete", HttpMethod.Delete, "/v2/things/{thing}", ApiVersion, StripeJsonReader.Read<Thing>)
    {
        HasQuery = true,
    };

    public Thing()
    {
    }

    private Thing(ref StripeJsonReader json)
        : base(ref json)
    {
    }

    [JsonPropertyName("id")]
    public string Id { get; init; } = "";

    [JsonPropertyName("amount")]
    public long Amount { get; init; }

    [JsonPropertyName("live")]
    public bool Live { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [JsonPropertyName("owner")]
    public Owner Owner { get; init; } = new();

    [JsonPropertyName("created")]
    public DateTimeOffset? Created { get; init; }

    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    [JsonPropertyName("url")]
    public SecretString Url { get; init; }

    [JsonPropertyName("kind")]
    public StripeEnum<Kind>? Kind { get; init; }

    [JsonPropertyName("kinds")]
    public IReadOnlyList<StripeEnum<Kind>>? Kinds { get; init; }

    [JsonPropertyName("owners")]
    public IReadOnlyList<Owner>? Owners { get; init; }

    [JsonPropertyName("metadata")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    [JsonPropertyName("free")]
    public JsonElement? Free { get; init; }

    public static StripeOperation<FormParams, Thing> Post(string route) =>
        new("Thing.Create", HttpMethod.Post, route, ApiVersion, StripeJsonReader.Read<Thing>) { BodyKind = StripeBodyKind.Form };

    static Thing IJsonReadable<Thing>.Read(ref StripeJsonReader json)
    {
        string? id = null;
        long? amount = null;
        bool? live = null;
        IReadOnlyList<string>? tags = null;
        Owner? owner = null;
        DateTimeOffset? created = null;
        decimal? price = null;
        SecretString? url = null;
        StripeEnum<Kind>? kind = null;
        IReadOnlyList<StripeEnum<Kind>>? kinds = null;
        IReadOnlyList<Owner>? owners = null;
        IReadOnlyDictionary<string, string>? metadata = null;
        JsonElement? free = null;

        while (json.ReadFields())
        {
            if (json.IsField("id"u8))
            {
                id = json.ReadString();
            }

            if (json.IsField("amount"u8))
            {
                amount = json.ReadInt64();
            }

            if (json.IsField("live"u8))
            {
                live = json.ReadBoolean();
            }

            if (json.IsField("tags"u8))
            {
                tags = json.ReadStrings();
            }

            if (json.IsField("owner"u8))
            {
                owner = json.ReadObject<Owner>();
            }

            if (json.IsField("created"u8))
            {
                created = json.ReadUnixTime();
            }

            if (json.IsField("price"u8))
            {
                price = json.ReadDecimal();
            }

            if (json.IsField("url"u8))
            {
                url = json.ReadSecret();
            }

            if (json.IsField("kind"u8))
            {
                kind = json.ReadEnum<Kind>();
            }

            if (json.IsField("kinds"u8))
            {
                kinds = json.ReadEnums<Kind>();
            }

            if (json.IsField("owners"u8))
            {
                owners = json.ReadObjects<Owner>();
            }

            if (json.IsField("metadata"u8))
            {
                metadata = json.ReadStringMap();
            }

            if (json.IsField("free"u8))
            {
                free = json.ReadJson();
            }
        }

        NoteMissing(ref json, "id", id is null);
        NoteMissing(ref json, "amount", amount is null);
        NoteMissing(ref json, "live", live is null);
        NoteMissing(ref json, "tags", tags is null);
        NoteMissing(ref json, "owner", owner is null);

        return new Thing(ref json)
        {
            Id = id ?? "",
            Amount = amount.GetValueOrDefault(),
            Live = live.GetValueOrDefault(),
            Tags = tags ?? [],
            Owner = owner ?? new Owner(),
            Created = created,
            Price = price,
            Url = url.GetValueOrDefault(),
            Kind = kind,
            Kinds = kinds,
            Owners = owners,
            Metadata = metadata,
            Free = free,
        };
    }

    private static void NoteMissing(ref StripeJsonReader json, string name, bool isMissing)
    {
        if (isMissing)
        {
            json.AddMissing(nameof(Thing), name);
        }
    }
}

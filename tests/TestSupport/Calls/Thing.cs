using System.Text.Json;
using Lattice.Stripe;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.TestSupport.Calls;

/// <summary>A resource with a field of every type, read as in generated code. The first five fields are required.</summary>
public sealed class Thing : StripeResource
{
    public const string ApiVersion = "2020-01-01.test";

    public static StripeOperation<FormParams, Thing> CreateOperation { get; } = Post("/v1/things");

    public Thing()
    {
    }

    private Thing(ReadState fields)
        : base(fields)
    {
    }

    public string Id { get; init; } = "";

    public long Amount { get; init; }

    public bool Live { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public Owner Owner { get; init; } = new();

    public DateTimeOffset? Created { get; init; }

    public decimal? Price { get; init; }

    public SecretString Url { get; init; }

    public Kind? Kind { get; init; }

    public IReadOnlyList<Kind>? Kinds { get; init; }

    public IReadOnlyList<Owner>? Owners { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public JsonElement? Free { get; init; }

    public static StripeOperation<FormParams, Thing> Post(string route) =>
        new("Thing.Create", HttpMethod.Post, route, StripeBodyKind.Form, ApiVersion, Read);

    public static Thing Read(ref StripeJsonReader json)
    {
        string? id = null;
        long? amount = null;
        bool? live = null;
        IReadOnlyList<string>? tags = null;
        Owner? owner = null;
        DateTimeOffset? created = null;
        decimal? price = null;
        SecretString? url = null;
        Kind? kind = null;
        IReadOnlyList<Kind>? kinds = null;
        IReadOnlyList<Owner>? owners = null;
        IReadOnlyDictionary<string, string>? metadata = null;
        JsonElement? free = null;
        ReadState fields = default;

        while (json.ReadField())
        {
            if (json.IsField("id"u8))
            {
                id = json.ReadString(ref fields);
            }
            else if (json.IsField("amount"u8))
            {
                amount = json.ReadInt64(ref fields);
            }
            else if (json.IsField("live"u8))
            {
                live = json.ReadBoolean(ref fields);
            }
            else if (json.IsField("tags"u8))
            {
                tags = json.ReadStrings(ref fields);
            }
            else if (json.IsField("owner"u8))
            {
                owner = json.ReadObject(ref fields, Owner.Read);
            }
            else if (json.IsField("created"u8))
            {
                created = json.ReadUnixTime(ref fields);
            }
            else if (json.IsField("price"u8))
            {
                price = json.ReadDecimal(ref fields);
            }
            else if (json.IsField("url"u8))
            {
                url = json.ReadSecret(ref fields);
            }
            else if (json.IsField("kind"u8))
            {
                kind = json.ReadEnum<Kind>(ref fields);
            }
            else if (json.IsField("kinds"u8))
            {
                kinds = json.ReadEnums<Kind>(ref fields);
            }
            else if (json.IsField("owners"u8))
            {
                owners = json.ReadObjects(ref fields, Owner.Read);
            }
            else if (json.IsField("metadata"u8))
            {
                metadata = json.ReadStringMap(ref fields);
            }
            else if (json.IsField("free"u8))
            {
                free = json.ReadJson();
            }
            else
            {
                json.ReadExtra(ref fields);
            }
        }

        NoteMissing(ref json, ref fields, "id", id is null);
        NoteMissing(ref json, ref fields, "amount", amount is null);
        NoteMissing(ref json, ref fields, "live", live is null);
        NoteMissing(ref json, ref fields, "tags", tags is null);
        NoteMissing(ref json, ref fields, "owner", owner is null);

        return new Thing(fields)
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

    private static void NoteMissing(ref StripeJsonReader json, ref ReadState fields, string name, bool isMissing)
    {
        if (isMissing)
        {
            json.AddMissing(ref fields, nameof(Thing), name);
        }
    }
}

using System.Text.Json.Serialization;
using Lattice.Stripe;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.TestSupport.Calls;

/// <summary>An object nested in a thing and in itself.</summary>
public sealed class Owner : StripeObject, IJsonReadable<Owner>
{
    public Owner()
    {
    }

    private Owner(ref StripeJsonReader json)
        : base(ref json)
    {
    }

    [JsonPropertyName("name")]
    public string Name { get; init; } = "";

    [JsonPropertyName("parent")]
    public Owner? Parent { get; init; }

    static Owner IJsonReadable<Owner>.Read(ref StripeJsonReader json)
    {
        string? name = null;
        Owner? parent = null;
        while (json.ReadFields())
        {
            if (json.IsField("name"u8))
            {
                name = json.ReadString();
            }

            if (json.IsField("parent"u8))
            {
                parent = json.ReadObject<Owner>();
            }
        }

        if (name is null)
        {
            json.AddMissing(nameof(Owner), "name");
        }

        return new Owner(ref json) { Name = name ?? "", Parent = parent };
    }
}

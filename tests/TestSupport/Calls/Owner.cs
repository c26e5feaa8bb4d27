using Lattice.Stripe;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.TestSupport.Calls;

/// <summary>An object nested in a thing and in itself.</summary>
public sealed class Owner : StripeObject
{
    public Owner()
    {
    }

    private Owner(ReadState fields)
        : base(fields)
    {
    }

    public string Name { get; init; } = "";

    public Owner? Parent { get; init; }

    public static Owner Read(ref StripeJsonReader json)
    {
        string? name = null;
        Owner? parent = null;
        ReadState fields = default;
        while (json.ReadField())
        {
            if (json.IsField("name"u8))
            {
                name = json.ReadString(ref fields);
            }
            else if (json.IsField("parent"u8))
            {
                parent = json.ReadObject(ref fields, Read);
            }
            else
            {
                json.ReadExtra(ref fields);
            }
        }

        if (name is null)
        {
            json.AddMissing(ref fields, nameof(Owner), "name");
        }

        return new Owner(fields) { Name = name ?? "", Parent = parent };
    }
}

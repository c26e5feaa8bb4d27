using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Webhooks;

/// <summary>A resource with the property <c>object</c>, as the generator emits it.</summary>
internal sealed class Account : StripeResource, IJsonReadable<Account>
{
    private Account(ref StripeJsonReader json)
        : base(ref json)
    {
    }

    public string Id { get; private init; } = "";

    public bool DetailsSubmitted { get; private init; }

    public IReadOnlyList<Account> Owners { get; private init; } = [];

    static Account IJsonReadable<Account>.Read(ref StripeJsonReader json)
    {
        string? id = null;
        string? @object = null;
        bool? detailsSubmitted = null;
        IReadOnlyList<Account>? owners = null;
        while (json.ReadFields())
        {
            if (json.IsField("details_submitted"u8))
            {
                detailsSubmitted = json.ReadBoolean();
            }

            if (json.IsField("id"u8))
            {
                id = json.ReadString();
            }

            if (json.IsField("object"u8))
            {
                @object = json.ReadConst("account");
            }

            if (json.IsField("owners"u8))
            {
                owners = json.ReadObjects<Account>();
            }
        }

        if (id is null)
        {
            json.AddMissing(nameof(Account), "id");
        }

        if (@object is null)
        {
            json.AddMissing(nameof(Account), "object");
        }

        return new Account(ref json) { Id = id ?? "", DetailsSubmitted = detailsSubmitted.GetValueOrDefault(), Owners = owners ?? [] };
    }
}

using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Webhooks;

/// <summary>A union with one case, as the generator emits it for a part of a resource.</summary>
internal sealed class ExternalAccount : StripeUnion, IJsonReadable<ExternalAccount>
{
    private ExternalAccount()
    {
    }

    private ExternalAccount(ref StripeJsonReader json)
        : base(ref json)
    {
    }

    public Account? Account { get; private init; }

    public override StripeObject? GetCase() => Account;

    static ExternalAccount IJsonReadable<ExternalAccount>.Read(ref StripeJsonReader json)
    {
        if (json.PeekString("object"u8) == "account")
        {
            return new ExternalAccount { Account = StripeJsonReader.Read<Account>(ref json) };
        }

        json.ReadExtraFields();
        return new ExternalAccount(ref json);
    }
}

extern alias StripeNet;

using StripeNet::Stripe;

namespace Lattice.Benchmarks.Calls;

/// <summary>The same call with Stripe.net, Stripe's own SDK.</summary>
internal sealed class StripeNetClient(HttpClient http)
{
    private readonly AccountLinkService _service = new(new StripeNet::Stripe.StripeClient(
        new StripeNet::Stripe.StripeClientOptions { ApiKey = Example.ApiKey, HttpClient = new SystemNetHttpClient(http) }));

    public Task<StripeNet::Stripe.AccountLink> CreateAsync() => _service.CreateAsync(new AccountLinkCreateOptions
    {
        Account = Example.Account,
        Type = "account_onboarding",
        RefreshUrl = Example.RefreshUrl,
        ReturnUrl = Example.ReturnUrl,
        CollectionOptions = new AccountLinkCollectionOptionsOptions { Fields = "eventually_due" },
    });
}

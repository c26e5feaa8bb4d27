using Lattice.Stripe.Testing;
using Stripe;

namespace StripeNet.Tests.Support;

/// <summary>Stand-ins, and Stripe.net's own client for them.</summary>
internal static class StandIns
{
    public const string ApiKey = "sk_test_stripe_net";

    private static readonly StripeSlice s_shop = StripeSlice.Load(Path.Combine(AppContext.BaseDirectory, "shop.json"));

    /// <summary>Customers, payment intents, files, meter event sessions and event destinations.</summary>
    public static StripeStandIn CreateShop(Action<StandInChange>? onChanged = null, TimeProvider? clock = null) =>
        new(new StripeStandInOptions { Slice = s_shop, OnChanged = onChanged, TimeProvider = clock ?? TimeProvider.System });

    /// <summary>Stripe.net's client as an app creates it, with a handler that responds in process.</summary>
    public static StripeClient CreateClient(StripeStandIn stripe, int maxRetries = 0) =>
        new(ApiKey, httpClient: new SystemNetHttpClient(new HttpClient(stripe.CreateHandler()), maxNetworkRetries: maxRetries));
}

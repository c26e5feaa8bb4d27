namespace Lattice.Stripe.Testing.Hosting;

/// <summary>Makes the client that calls a stand-in.</summary>
internal static class StandInClient
{
    /// <summary>The key where the stand-in takes any.</summary>
    private const string AnyKey = "sk_test_stand_in";

    public static StripeClient Create(StripeStandIn standIn, StripeStandInOptions options)
        => new(
            new StripeClientOptions
            {
                ApiKey = options.ApiKey ?? AnyKey,
                TimeProvider = new NoDelayTimeProvider(options.TimeProvider),
            },
            standIn.CreateHandler());
}

namespace Lattice.Stripe.Testing.Hosting;

/// <summary>Creates the client that calls a stand-in.</summary>
internal static class StandInClient
{
    /// <summary>The key if the stand-in accepts any.</summary>
    private const string DefaultKey = "sk_test_stand_in";

    public static StripeClient Create(StripeStandIn standIn, StripeStandInOptions options)
        => new(
            new StripeClientOptions
            {
                ApiKey = options.ApiKey ?? DefaultKey,
                TimeProvider = new NoDelayTimeProvider(options.TimeProvider),
            },
            standIn.CreateHandler());
}

using Lattice.Stripe.Testing;
using Onboarding.StripeApi;

namespace Onboarding.Practice;

/// <summary>The stand-in for Stripe: its API, the form that account links open, and the events that it sends.</summary>
internal sealed class PracticeStripe : IAsyncDisposable
{
    private PracticeStripe(StripeStandInServer server) => Server = server;

    /// <summary>The only key that it accepts; generated at startup.</summary>
    public static string ApiKey { get; } = "sk_test_" + Guid.NewGuid().ToString("N");

    /// <summary>The secret with which it signs events; generated at startup.</summary>
    public static WebhookSecret WebhookSecret { get; } = new("whsec_" + Guid.NewGuid().ToString("N"));

    public StripeStandInServer Server { get; }

    public StripeStandIn StandIn => Server.StandIn;

    /// <summary>The address of the API.</summary>
    public Uri ApiAddress => Server.BaseAddress;

    /// <summary>The address of the form. For browsers it is a different site than the app, as Stripe's is.</summary>
    public Uri FormAddress => Server.PageAddress;

    public static async Task<PracticeStripe> StartAsync(TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var standIn = new StripeStandIn(new StripeStandInOptions { ApiKey = ApiKey, TimeProvider = clock, Slice = LoadSlice() });
        foreach (Account account in ExampleSellers.Accounts)
        {
            standIn.Seed(account);
        }

        return new PracticeStripe(await StripeStandInServer.StartAsync(standIn, cancellationToken: cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        StandIn.Dispose();
    }

    /// <summary>Loads the operations that the app is compiled with.</summary>
    private static StripeSlice LoadSlice()
    {
        using Stream slice = typeof(PracticeStripe).Assembly.GetManifestResourceStream("stripe.json")!;
        return StripeSlice.Load(slice);
    }
}

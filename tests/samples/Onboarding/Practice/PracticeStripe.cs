using Lattice.Stripe.Testing;

namespace Onboarding.Practice;

/// <summary>Stands in for Stripe: its API, and the form behind account links.</summary>
internal sealed class PracticeStripe : IAsyncDisposable
{
    private readonly StripeStandInServer _server;

    private PracticeStripe(StripeStandInServer server, StandInAccounts accounts)
    {
        _server = server;
        Accounts = accounts;
    }

    /// <summary>The only key that it accepts, made up anew for each start.</summary>
    public static string ApiKey { get; } = "sk_test_" + Guid.NewGuid().ToString("N");

    public StripeStandIn StandIn => _server.StandIn;

    public StandInAccounts Accounts { get; }

    /// <summary>Where the API is.</summary>
    public Uri ApiAddress => _server.BaseAddress;

    /// <summary>Where the form is: to browsers another site than the app's, as Stripe's is.</summary>
    public Uri FormAddress => _server.PageAddress;

    public static async Task<PracticeStripe> StartAsync(TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var accounts = new StandInAccounts();
        var standIn = new StripeStandIn(new StripeStandInOptions
        {
            ApiKey = ApiKey,
            TimeProvider = clock,
            OnFormFinished = form => accounts.Submit(form.Account!),
        });
        return new PracticeStripe(await StripeStandInServer.StartAsync(standIn, cancellationToken: cancellationToken), accounts);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        StandIn.Dispose();
    }
}

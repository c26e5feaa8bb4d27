using Lattice.Stripe.Testing;

namespace Onboarding.Practice;

/// <summary>The stand-in for Stripe: its API, and the form that account links open.</summary>
internal sealed class PracticeStripe : IAsyncDisposable
{
    private readonly StripeStandInServer _server;

    private PracticeStripe(StripeStandInServer server, StandInAccounts accounts)
    {
        _server = server;
        Accounts = accounts;
    }

    /// <summary>The only key that it accepts; generated at startup.</summary>
    public static string ApiKey { get; } = "sk_test_" + Guid.NewGuid().ToString("N");

    public StripeStandIn StandIn => _server.StandIn;

    public StandInAccounts Accounts { get; }

    /// <summary>The address of the API.</summary>
    public Uri ApiAddress => _server.BaseAddress;

    /// <summary>The address of the form. For browsers it is a different site than the app, as Stripe's is.</summary>
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

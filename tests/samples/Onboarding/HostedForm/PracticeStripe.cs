using Lattice.Stripe.Testing;

namespace Onboarding.HostedForm;

/// <summary>Stands in for Stripe: its API in process, its form as a site of its own.</summary>
internal sealed class PracticeStripe : IAsyncDisposable
{
    private readonly WebApplication _forms;

    private PracticeStripe(WebApplication forms, StripeStandIn standIn, StandInAccounts accounts, Uri formAddress)
    {
        _forms = forms;
        StandIn = standIn;
        Accounts = accounts;
        FormAddress = formAddress;
    }

    /// <summary>The only key that it accepts, made up anew for each start.</summary>
    public static string ApiKey { get; } = "sk_test_" + Guid.NewGuid().ToString("N");

    public StripeStandIn StandIn { get; }

    public StandInAccounts Accounts { get; }

    /// <summary>Where the form is.</summary>
    public Uri FormAddress { get; }

    public static async Task<PracticeStripe> StartAsync(TimeProvider clock, CancellationToken cancellationToken = default)
    {
        StripeStandIn? standIn = null;
        var accounts = new StandInAccounts();
        WebApplication forms = HostedFormSite.Build(url => standIn!.AccountLinks.Visit(url), accounts);
        await forms.StartAsync(cancellationToken);
        Uri address = HostedFormSite.AddressOf(forms);
        standIn = new StripeStandIn(new StripeStandInOptions { ApiKey = ApiKey, PageAddress = address, TimeProvider = clock });
        return new PracticeStripe(forms, standIn, accounts, address);
    }

    public async ValueTask DisposeAsync()
    {
        await _forms.DisposeAsync();
        StandIn.Dispose();
    }
}

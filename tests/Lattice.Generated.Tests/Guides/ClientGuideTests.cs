using Lattice.Stripe.Testing;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Guides;

/// <summary>The clients in the guides to decorators and tenants do what the guides say.</summary>
public sealed class ClientGuideTests : IDisposable
{
    private const string Decorators = "runtime/Lattice.Runtime/decorators.md";
    private const string Tenants = "runtime/Lattice.Runtime.DependencyInjection/tenants.md";

    private static readonly RefundCreateParams s_refund = new() { PaymentIntent = "pi_1" };

    private readonly StripeStandIn _stripe = new();

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task A_decorator_calls_for_an_account_and_keeps_the_other_options()
    {
        var client = (IStripeClient)GuideTypes.Create(Decorators, "AccountClient", _stripe.Client, "acct_1");

        await Refund.CreateAsync(client, s_refund, new StripeRequestOptions { IdempotencyKey = "refund-7" });

        ReceivedRequest request = Assert.Single(_stripe.Requests);
        Assert.Equal(("acct_1", "refund-7"), (request.Headers["Stripe-Account"], request.Headers["Idempotency-Key"]));
    }

    [Fact]
    public async Task A_decorator_counts_unknown_outcomes_by_operation()
    {
        object client = GuideTypes.Create(Decorators, "UnknownOutcomes", _stripe.Client);
        _stripe.On(Refund.CreateOperation).Drop().Times(3);

        await Refund.TryCreateAsync((IStripeClient)client, s_refund);
        await Refund.TryCreateAsync((IStripeClient)client, s_refund);

        var counts = (IReadOnlyDictionary<string, int>)client.GetType().GetProperty("Counts")!.GetValue(client)!;
        Assert.Equal([new KeyValuePair<string, int>(Refund.CreateOperation.Name, 1)], counts);
    }

    [Fact]
    public async Task A_client_takes_that_of_the_current_tenant()
    {
        using var other = new StripeStandIn();
        IStripeClient current = other.Client;
        var client = (IStripeClient)GuideTypes.Create(Decorators, "TenantClient", () => current);

        await Refund.CreateAsync(client, s_refund);
        current = _stripe.Client;
        await Refund.CreateAsync(client, s_refund);

        Assert.Equal((1, 1), (other.Requests.Count, _stripe.Requests.Count));
    }

    [Fact]
    public async Task A_fake_knows_one_operation()
    {
        var client = (IStripeClient)GuideTypes.Create(Decorators, "FakeClient");

        Assert.True((await AccountLink.CreateAsync(client, StandIns.AllFour)).Url.HasValue);
        await Assert.ThrowsAsync<NotSupportedException>(() => Refund.CreateAsync(client, s_refund));
    }

    [Fact]
    public void A_tenant_has_one_client_until_its_key_is_forgotten()
    {
        List<string> read = [];
        using var clients = (IDisposable)GuideTypes.Create(Tenants, "TenantClients", (string tenant) =>
        {
            read.Add(tenant);
            return new SecretString(StandIns.ApiKey);
        });
        dynamic tenants = clients;

        object first = tenants.Get("a");

        Assert.Same(first, tenants.Get("a"));
        tenants.Forget("a");
        Assert.NotSame(first, tenants.Get("a"));
        Assert.Equal(["a", "a"], read);
    }

    [Fact]
    public void A_webhook_with_the_previous_secret_is_accepted()
    {
        const string Payload = """{ "id": "evt_1", "object": "event", "type": "account.updated" }""";
        dynamic secrets = GuideTypes.Create(Tenants, "WebhookSecrets", new SecretString("whsec_new"), new SecretString("whsec_old"));

        StripeEvent received = secrets.Verify(
            System.Text.Encoding.UTF8.GetBytes(Payload), StripeWebhookSigner.Sign(Payload, "whsec_old"));

        Assert.Equal("evt_1", received.Id);
    }
}

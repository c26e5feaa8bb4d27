using Lattice.Stripe.Testing;
using Stripe;
using StripeNetTests.Support;

namespace StripeNetTests.StandIn;

/// <summary>Events of the stand-in, verified and read by Stripe.net.</summary>
public sealed class WebhookTests
{
    private const string Secret = "whsec_test";

    [Fact]
    public async Task A_change_is_an_event_that_Stripe_net_accepts()
    {
        List<StandInChange> changes = [];
        using StripeStandIn stripe = StandIns.CreateShop(changes.Add);
        StripeClient client = StandIns.CreateClient(stripe);

        Customer created = await client.V1.Customers.CreateAsync(
            new CustomerCreateOptions { Name = "Ada" }, new RequestOptions { StripeAccount = "acct_1" });
        string payload = Assert.Single(changes).EventJson;
        Event received = EventUtility.ConstructEvent(payload, StripeWebhookSigner.Sign(payload, Secret), Secret);

        Assert.Equal((EventTypes.CustomerCreated, "acct_1", false), (received.Type, received.Account, received.Livemode));
        Customer customer = Assert.IsType<Customer>(received.Data.Object);
        Assert.Equal((created.Id, "Ada"), (customer.Id, customer.Name));
        Assert.StartsWith("evt_", received.Id, StringComparison.Ordinal);
        Assert.InRange(received.Created, DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddMinutes(1));
    }

    [Fact]
    public void An_event_of_the_SDKs_slice_is_of_the_same_release()
    {
        string payload = $$"""
            { "id": "evt_1", "object": "event", "type": "account.updated", "api_version": "{{StripeSlice.BuiltIn.ApiVersion}}",
              "created": 1790000000, "data": { "object": { "id": "acct_1", "object": "account" } } }
            """;

        Event received = EventUtility.ConstructEvent(payload, StripeWebhookSigner.Sign(payload, Secret), Secret);

        Assert.Equal("acct_1", Assert.IsType<Account>(received.Data.Object).Id);
    }

    [Fact]
    public async Task An_event_of_another_release_is_rejected_unless_the_app_allows_it()
    {
        List<StandInChange> changes = [];
        string older = (await System.IO.File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "stripe.json")))
            .Replace("2026-10-28.endive", "2023-08-16", StringComparison.Ordinal);
        using var stripe = new StripeStandIn(new StripeStandInOptions { Slice = StripeSlice.Parse(older), OnChanged = changes.Add });
        await StandIns.CreateClient(stripe).V1.Customers.CreateAsync(new CustomerCreateOptions { Name = "Ada" });
        string payload = Assert.Single(changes).EventJson;
        string signature = StripeWebhookSigner.Sign(payload, Secret);

        StripeException exception = Assert.Throws<StripeException>(() => EventUtility.ConstructEvent(payload, signature, Secret));
        Event received = EventUtility.ConstructEvent(payload, signature, Secret, throwOnApiVersionMismatch: false);

        Assert.Contains("2023-08-16", exception.Message, StringComparison.Ordinal);
        Assert.Equal(EventTypes.CustomerCreated, received.Type);
    }

    [Fact]
    public void A_signature_of_another_secret_or_time_is_rejected()
    {
        const string Payload = """{ "id": "evt_1", "object": "event", "type": "account.updated" }""";
        string old = StripeWebhookSigner.Sign(Payload, Secret, DateTimeOffset.UtcNow.AddMinutes(-6));

        Assert.Throws<StripeException>(() => EventUtility.ConstructEvent(Payload, StripeWebhookSigner.Sign(Payload, "whsec_other"), Secret));
        Assert.Throws<StripeException>(() => EventUtility.ConstructEvent(Payload, old, Secret));
    }
}

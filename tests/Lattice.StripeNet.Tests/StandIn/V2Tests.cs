using System.Net;
using Lattice.Stripe.Testing;
using Stripe;
using Stripe.V2;
using Stripe.V2.Billing;
using Stripe.V2.Core;
using StripeNetTests.Support;

namespace StripeNetTests.StandIn;

/// <summary>Stripe.net's calls of API v2: JSON, other errors, and tokens instead of keys.</summary>
public sealed class V2Tests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly StripeStandIn _stripe;
    private readonly StripeClient _client;

    public V2Tests()
    {
        _stripe = StandIns.CreateShop(clock: _clock);
        _client = StandIns.CreateClient(_stripe);
    }

    internal static MeterEventStreamCreateOptions Usage => new()
    {
        Events =
        [
            new MeterEventStreamCreateEventOptions
            {
                EventName = "api_call",
                Payload = new Dictionary<string, string> { ["stripe_customer_id"] = "cus_1", ["value"] = "3" },
                Timestamp = new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            },
        ],
    };

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task An_account_link_is_one_that_a_seller_can_follow()
    {
        using var stripe = new StripeStandIn();
        Stripe.V2.Core.AccountLink link = await StandIns.CreateClient(stripe).V2.Core.AccountLinks.CreateAsync(
            new Stripe.V2.Core.AccountLinkCreateOptions
            {
                Account = "acct_1",
                UseCase = new AccountLinkCreateUseCaseOptions
                {
                    Type = "account_onboarding",
                    AccountOnboarding = new AccountLinkCreateUseCaseAccountOnboardingOptions
                    {
                        CollectionOptions = new AccountLinkCreateUseCaseAccountOnboardingCollectionOptionsOptions
                        {
                            Fields = "eventually_due",
                        },
                        RefreshUrl = "https://example.com/refresh",
                    },
                },
            });

        Assert.Equal(("acct_1", "account_onboarding"), (link.Account, link.UseCase.Type));
        Assert.Equal("eventually_due", link.UseCase.AccountOnboarding.CollectionOptions.Fields);
        Assert.Equal(AccountLinkState.Valid, stripe.AccountLinks.GetState(link.Url));
        Assert.True(link.ExpiresAt > link.Created);
    }

    [Fact]
    public async Task A_missing_parameter_is_named_in_the_message()
    {
        StripeException exception = await Assert.ThrowsAsync<StripeException>(
            () => _client.V2.Core.EventDestinations.CreateAsync(new EventDestinationCreateOptions { Name = "Orders" }));

        Assert.Equal(HttpStatusCode.BadRequest, exception.HttpStatusCode);
        Assert.NotNull(exception.StripeError.Code);
        Assert.Contains("enabled_events", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auto_paging_follows_the_address_of_the_next_page()
    {
        List<string> created = [];
        for (int i = 0; i < 5; i++)
        {
            EventDestination destination = await _client.V2.Core.EventDestinations.CreateAsync(new EventDestinationCreateOptions
            {
                EnabledEvents = ["v1.customer.created"],
                EventPayload = "snapshot",
                Name = $"Destination {i}",
                Type = "webhook_endpoint",
            });
            created.Add(destination.Id);
        }

        List<string> read = [];
        await foreach (EventDestination destination in _client.V2.Core.EventDestinations.ListAutoPagingAsync(
            new EventDestinationListOptions { Limit = 2 }))
        {
            read.Add(destination.Id);
        }

        Assert.Equal(Enumerable.Reverse(created), read);
        Assert.Equal(3, _stripe.Received(HttpMethod.Get, "/v2/core/event_destinations").Count);
    }

    [Fact]
    public async Task The_token_of_a_session_sends_a_stream_of_events_until_it_expires()
    {
        MeterEventSession session = await _client.V2.Billing.MeterEventSession.CreateAsync(new());
        MeterEventStreamService stream = WithKey(session.AuthenticationToken).V2.Billing.MeterEventStream;

        await stream.CreateAsync(Usage);
        _clock.Advance(session.ExpiresAt - session.Created);
        StripeException expired = await Assert.ThrowsAsync<TemporarySessionExpiredException>(() => stream.CreateAsync(Usage));

        Assert.Equal("billing_meter_event_session_expired", expired.StripeError.Code);
        _stripe.AssertReceived(HttpMethod.Post, "/v2/billing/meter_event_stream", request => request
            .WithParameter("events[0].event_name", "api_call"));
    }

    [Fact]
    public async Task A_token_is_no_key_for_anything_else()
    {
        MeterEventSession session = await _client.V2.Billing.MeterEventSession.CreateAsync(null);

        StripeException other = await Assert.ThrowsAsync<StripeException>(
            () => WithKey(session.AuthenticationToken).V1.Customers.CreateAsync(new CustomerCreateOptions()));
        StripeException made = await Assert.ThrowsAsync<StripeException>(
            () => WithKey("token_of_nobody").V2.Billing.MeterEventStream.CreateAsync(Usage));

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], [other.HttpStatusCode, made.HttpStatusCode]);
        Assert.DoesNotContain(session.AuthenticationToken, other.Message, StringComparison.Ordinal);
    }

    private StripeClient WithKey(string key) =>
        new(key, httpClient: new SystemNetHttpClient(new HttpClient(_stripe.CreateHandler()), maxNetworkRetries: 0));
}

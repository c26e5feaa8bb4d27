using Lattice.Stripe.Testing;
using Stripe;
using StripeNetTests.Support;

namespace StripeNetTests.StandIn;

/// <summary>Stripe.net reads, lists, searches, changes, acts on and deletes what was created.</summary>
public sealed class ObjectTests : IDisposable
{
    private readonly StripeStandIn _stripe = StandIns.CreateShop();
    private readonly StripeClient _client;

    public ObjectTests() => _client = StandIns.CreateClient(_stripe);

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task A_customer_is_created_read_updated_found_and_deleted()
    {
        CustomerService customers = _client.V1.Customers;
        Customer created = await customers.CreateAsync(new CustomerCreateOptions
        {
            Email = "ada@example.com",
            Name = "Ada",
            Metadata = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" },
        });

        Customer found = await customers.GetAsync(created.Id);
        Assert.Equal(("Ada", "ada@example.com"), (found.Name, found.Email));
        Assert.InRange(found.Created, DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddMinutes(1));

        Customer updated = await customers.UpdateAsync(created.Id, new CustomerUpdateOptions
        {
            Name = "Ada L.",
            Metadata = new Dictionary<string, string> { ["a"] = "", ["c"] = "3" },
        });
        Assert.Equal(("Ada L.", "ada@example.com"), (updated.Name, updated.Email));
        Assert.Equal(["b", "c"], updated.Metadata.Keys.Order());

        StripeSearchResult<Customer> searched = await customers.SearchAsync(
            new CustomerSearchOptions { Query = "email:'ada@example.com'" });
        Assert.Equal(created.Id, Assert.Single(searched.Data).Id);

        Customer deleted = await customers.DeleteAsync(created.Id);
        Assert.Equal((created.Id, true), (deleted.Id, deleted.Deleted));
        Assert.True((await customers.GetAsync(created.Id)).Deleted);
        Assert.Empty((await customers.ListAsync()).Data);
    }

    [Fact]
    public async Task Auto_paging_reads_every_page_the_newest_first()
    {
        List<string> created = [];
        for (int i = 0; i < 7; i++)
        {
            created.Add((await _client.V1.Customers.CreateAsync(new CustomerCreateOptions { Name = $"{i}" })).Id);
        }

        List<string> read = [];
        await foreach (Customer customer in _client.V1.Customers.ListAutoPagingAsync(new CustomerListOptions { Limit = 3 }))
        {
            read.Add(customer.Id);
        }

        Assert.Equal(Enumerable.Reverse(created), read);
        Assert.Equal(3, _stripe.Received(HttpMethod.Get, "/v1/customers").Count);
    }

    [Fact]
    public async Task A_list_is_filtered_by_a_range_of_times()
    {
        Customer created = await _client.V1.Customers.CreateAsync(new CustomerCreateOptions { Name = "Ada" });

        Task<StripeList<Customer>> ListAsync(DateTime from) => _client.V1.Customers.ListAsync(
            new CustomerListOptions { Created = new DateRangeOptions { GreaterThanOrEqual = from } });

        Assert.Equal(created.Id, Assert.Single((await ListAsync(created.Created)).Data).Id);
        Assert.Empty((await ListAsync(created.Created.AddHours(1))).Data);
    }

    [Fact]
    public async Task A_connected_account_has_its_own_objects()
    {
        var account = new RequestOptions { StripeAccount = "acct_1" };
        Customer created = await _client.V1.Customers.CreateAsync(new CustomerCreateOptions { Name = "Ada" }, account);

        Assert.Equal(created.Id, Assert.Single((await _client.V1.Customers.ListAsync(requestOptions: account)).Data).Id);
        Assert.Empty((await _client.V1.Customers.ListAsync()).Data);
        _stripe.AssertReceived(HttpMethod.Post, "/v1/customers", request => request.WithHeader("Stripe-Account", "acct_1"));
        Assert.Equal("acct_1", Assert.Single(created.StripeResponse.Headers.GetValues("Stripe-Account")));
    }

    [Fact]
    public async Task A_payment_intent_is_captured_with_an_expanded_customer()
    {
        Customer customer = await _client.V1.Customers.CreateAsync(new CustomerCreateOptions { Name = "Ada" });
        PaymentIntent intent = await _client.V1.PaymentIntents.CreateAsync(new PaymentIntentCreateOptions
        {
            Amount = 2000,
            Currency = "usd",
            Customer = customer.Id,
            Expand = ["customer"],
        });
        Assert.Equal(("requires_payment_method", "Ada"), (intent.Status, intent.Customer.Name));

        _stripe.On(HttpMethod.Post, "/v1/payment_intents/{id}/capture").RespondWithJson(
            $$"""{ "id": "{{intent.Id}}", "object": "payment_intent", "amount": 2000, "amount_received": 2000, "status": "succeeded" }""");
        PaymentIntent captured = await _client.V1.PaymentIntents.CaptureAsync(intent.Id);

        Assert.Equal((intent.Id, "succeeded", 2000), (captured.Id, captured.Status, captured.AmountReceived));
        Assert.Equal("succeeded", (await _client.V1.PaymentIntents.GetAsync(intent.Id)).Status);
    }
}

using System.Net;
using Lattice.Stripe;
using Lattice.Stripe.Testing;
using Shop.Payments.V2.Core;

// In the namespace of its slice, because the SDK has resources of the same names.
namespace Shop.Payments.Tests;

/// <summary>The operations of a slice that names them, from the types to the stand-in and back.</summary>
public sealed class OperationKindTests : IDisposable
{
    private readonly StripeStandIn _stripe = new(new StripeStandInOptions
    {
        Slice = StripeSlice.Load(Path.Combine(Repository.Root, "tests", "Lattice.Generated.Tests", "shop.json")),
    });

    private IStripeClient Client => _stripe.Client;

    [Fact]
    public async Task A_customer_is_created_read_updated_found_and_deleted()
    {
        Customer created = await Customer.CreateAsync(
            Client, new CustomerCreateParams { Email = "ada@example.com", Metadata = new() { ["a"] = "1", ["b"] = "2" }, Name = "Ada" });

        CustomerOrDeleted found = await Customer.RetrieveAsync(Client, created.Id);
        Assert.Equal(("Ada", "ada@example.com"), (found.Customer!.Name, found.Customer.Email));

        Customer updated = await Customer.UpdateAsync(
            Client, created.Id, new CustomerUpdateParams { Metadata = new() { ["a"] = null, ["c"] = "3" }, Name = "Ada L." });
        Assert.Equal(("Ada L.", "ada@example.com"), (updated.Name, updated.Email));
        Assert.Equal(["b", "c"], updated.Metadata!.Keys.Order());

        StripeList<Customer> searched = await Customer.SearchAsync(Client, new CustomerSearchParams { Query = "email:\"ada@example.com\"" });
        Assert.Equal(created.Id, Assert.Single(searched.Data).Id);

        DeletedCustomer deleted = await Customer.DeleteAsync(Client, created.Id);
        Assert.Equal((created.Id, true), (deleted.Id, deleted.Deleted));
        found = await Customer.RetrieveAsync(Client, created.Id);
        Assert.Null(found.Customer);
        Assert.Equal(created.Id, found.DeletedCustomer!.Id);
    }

    [Fact]
    public async Task All_pages_of_a_list_are_read_the_newest_first()
    {
        List<string> created = [];
        for (int i = 0; i < 7; i++)
        {
            created.Add((await Customer.CreateAsync(Client, new CustomerCreateParams { Email = i == 3 ? "three@example.com" : null })).Id);
        }

        List<string> read = [];
        await foreach (Customer customer in Customer.ListAllAsync(Client, new CustomerListParams { Limit = 3 }))
        {
            read.Add(customer.Id);
        }

        Assert.Equal(Enumerable.Reverse(created), read);
        Assert.Equal(3, _stripe.Received(Customer.ListOperation).Count);
        StripeList<Customer> filtered = await Customer.ListAsync(Client, new CustomerListParams { Email = "three@example.com" });
        Assert.Equal(created[3], Assert.Single(filtered.Data).Id);
        var before = new CustomerListParams { Created = new CustomerListCreatedObject { Lt = 5 } };
        Assert.Empty((await Customer.ListAsync(Client, before)).Data);
    }

    [Fact]
    public async Task A_payment_is_captured()
    {
        PaymentIntent intent = await PaymentIntent.CreateAsync(Client, new PaymentIntentCreateParams
        {
            Amount = 500,
            CaptureMethod = PaymentIntentCreateCaptureMethod.Manual,
            Currency = "eur",
        });

        _stripe.Seed(new PaymentIntent { Id = intent.Id, Amount = 500, Currency = "eur", Status = PaymentIntentStatus.RequiresCapture });
        PaymentIntent captured = await PaymentIntent.CaptureAsync(Client, intent.Id);

        Assert.Equal(PaymentIntentStatus.Succeeded, captured.Status.Value);
        Assert.Equal(captured.Status, (await PaymentIntent.RetrieveAsync(Client, intent.Id)).Status);
    }

    [Fact]
    public async Task An_unknown_id_is_the_error_of_Stripe()
    {
        StripeResult<CustomerOrDeleted> result = await Customer.TryRetrieveAsync(Client, "cus_unknown");

        Assert.Equal((HttpStatusCode.NotFound, "resource_missing"), (result.Error!.StatusCode, result.Error.Code));
        Assert.False(result.Error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_DELETE_sends_its_parameters()
    {
        _stripe.Seed(new Subscription { Id = "sub_1", Status = SubscriptionStatus.Active });

        Subscription canceled = await Subscription.DeleteAsync(
            Client, "sub_1", new SubscriptionDeleteParams { InvoiceNow = true, Prorate = false });

        Assert.Equal(SubscriptionStatus.Canceled, canceled.Status.Value);
        _stripe.AssertReceived(Subscription.DeleteOperation, new SubscriptionDeleteParams { InvoiceNow = true, Prorate = false });
    }

    [Fact]
    public async Task A_list_of_v2_is_read()
    {
        _stripe.Seed(new EventDestination { Id = "ed_1", Name = "one" });
        _stripe.Seed(new EventDestination { Id = "ed_2", Name = "two" });
        List<string> names = [];

        await foreach (EventDestination destination in EventDestination.ListAllAsync(Client, new EventDestinationListParams { Limit = 1 }))
        {
            names.Add(destination.Name);
        }

        Assert.Equal(["two", "one"], names);
    }

    [Fact]
    public async Task The_PDF_of_a_quote_is_a_stream()
    {
        StripeDownload file = await Quote.RetrievePdfAsync(Client, "qt_123");

        using var reader = new StreamReader(file.OpenRead());
        Assert.StartsWith("%PDF-", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => _stripe.Dispose();
}

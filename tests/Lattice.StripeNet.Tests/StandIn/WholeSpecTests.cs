using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lattice.Stripe.Testing;
using Stripe;
using StripeNetTests.Support;

namespace StripeNetTests.StandIn;

/// <summary>Stripe.net reads what the stand-in returns for the whole API of its version.</summary>
public sealed class WholeSpecTests
{
    [Specs.Fact]
    public async Task Stripe_net_reads_every_resource_and_list()
    {
        using var stripe = new StripeStandIn(new StripeStandInOptions { Slice = WholeSpec.Slice, MaxObjectBytes = 0 });
        StripeClient client = StandIns.CreateClient(stripe);
        List<string> unread = [];
        HashSet<string> kinds = [];
        foreach (string path in GetPaths())
        {
            string json;
            try
            {
                json = (await client.RawRequestAsync(HttpMethod.Get, path)).Content;
            }
            catch (StripeException exception) when (exception.StripeError?.Code == "parameter_missing")
            {
                continue;
            }
            catch (StripeException exception)
            {
                unread.Add($"GET {path}: {exception.Message}");
                continue;
            }

            if (JsonNode.Parse(json)?["object"]?.GetValue<string>() is { } kind
                && StripeTypeRegistry.ObjectsToTypes.TryGetValue(kind, out Type? type) && FindError(json, type) is { } error)
            {
                unread.Add($"GET {path}: {error}");
            }
        }

        Assert.Empty(unread);
        Assert.True(kinds.Count > 100, $"{kinds.Count} kinds of objects were read.");

        string? FindError(string json, Type type)
        {
            try
            {
                object? read = JsonSerializer.Deserialize(json, type, StripeConfiguration.SerializerOptions);
                kinds.Add(((IHasObject)read!).Object);
                return null;
            }
            catch (JsonException exception)
            {
                return exception.Message;
            }
        }
    }

    [Specs.Fact]
    public async Task A_subscription_is_created_with_its_items()
    {
        using StripeStandIn stripe = WholeSpec.CreateStandIn();
        StripeClient client = StandIns.CreateClient(stripe);
        Customer customer = await client.V1.Customers.CreateAsync(new CustomerCreateOptions
        {
            Address = new AddressOptions { City = "Paris", Country = "FR" },
            Email = "ada@example.com",
            InvoiceSettings = new CustomerInvoiceSettingsOptions { Footer = "Thank you" },
        });
        Product product = await client.V1.Products.CreateAsync(new ProductCreateOptions { Name = "Plan" });
        Price price = await client.V1.Prices.CreateAsync(new PriceCreateOptions
        {
            Currency = "eur",
            Product = product.Id,
            Recurring = new PriceRecurringOptions { Interval = "month" },
            UnitAmountDecimal = 12.5m,
        });

        Subscription created = await client.V1.Subscriptions.CreateAsync(new SubscriptionCreateOptions
        {
            Customer = customer.Id,
            Items = [new SubscriptionItemOptions { Price = price.Id, Quantity = 2 }],
            PaymentBehavior = "default_incomplete",
            Expand = ["latest_invoice"],
        });
        Subscription read = await client.V1.Subscriptions.GetAsync(created.Id);

        Assert.Equal(("Paris", "Thank you"), (customer.Address.City, customer.InvoiceSettings.Footer));
        Assert.Equal(12.5m, price.UnitAmountDecimal);
        Assert.Equal("invoice", created.LatestInvoice.Object);
        Assert.Equal(customer.Id, read.CustomerId);
        SubscriptionItem item = Assert.Single(read.Items.Data);
        Assert.Equal((price.Id, 2), (item.Price.Id, item.Quantity));
    }

    [Specs.Fact]
    public async Task An_older_version_works_as_well_and_expands_what_is_read()
    {
        using var stripe = new StripeStandIn(new StripeStandInOptions { Slice = StripeSlice.Load(Specs.Full) });
        StripeClient client = StandIns.CreateClient(stripe);
        Customer customer = await client.V1.Customers.CreateAsync(new CustomerCreateOptions { Email = "ada@example.com" });
        PaymentIntent created = await client.V1.PaymentIntents.CreateAsync(
            new PaymentIntentCreateOptions { Amount = 2000, Currency = "usd", Customer = customer.Id });

        PaymentIntent read = await client.V1.PaymentIntents.GetAsync(
            created.Id, new PaymentIntentGetOptions { Expand = ["customer"] });
        StripeList<PaymentIntent> listed = await client.V1.PaymentIntents.ListAsync(
            new PaymentIntentListOptions { Customer = customer.Id, Expand = ["data.customer"] });

        Assert.Equal("ada@example.com", read.Customer.Email);
        Assert.Equal("ada@example.com", Assert.Single(listed.Data).Customer.Email);
    }

    [Specs.Fact]
    public async Task Checkout_invoices_and_connected_accounts_are_created()
    {
        using StripeStandIn stripe = WholeSpec.CreateStandIn();
        StripeClient client = StandIns.CreateClient(stripe);

        Stripe.Checkout.Session session = await client.V1.Checkout.Sessions.CreateAsync(new Stripe.Checkout.SessionCreateOptions
        {
            Mode = "payment",
            SuccessUrl = "https://example.com/success",
            LineItems =
            [
                new Stripe.Checkout.SessionLineItemOptions
                {
                    PriceData = new Stripe.Checkout.SessionLineItemPriceDataOptions
                    {
                        Currency = "usd",
                        ProductData = new Stripe.Checkout.SessionLineItemPriceDataProductDataOptions { Name = "Book" },
                        UnitAmount = 2000,
                    },
                    Quantity = 1,
                },
            ],
        });
        Invoice invoice = await client.V1.Invoices.CreateAsync(
            new InvoiceCreateOptions { CollectionMethod = "send_invoice", Customer = "cus_1", DaysUntilDue = 30 });
        Account account = await client.V1.Accounts.CreateAsync(new AccountCreateOptions
        {
            Country = "US",
            Controller = new AccountControllerOptions { StripeDashboard = new AccountControllerStripeDashboardOptions { Type = "express" } },
            Capabilities = new AccountCapabilitiesOptions { Transfers = new AccountCapabilitiesTransfersOptions { Requested = true } },
        });

        Assert.Equal(("payment", "https://example.com/success"), (session.Mode, session.SuccessUrl));
        Assert.Equal(("draft", "cus_1"), (invoice.Status, invoice.CustomerId));
        Assert.Equal("US", account.Country);
    }

    /// <summary>The paths of all GETs that need no query, with an id for each parameter.</summary>
    private static IEnumerable<string> GetPaths() =>
        from path in JsonNode.Parse(System.IO.File.ReadAllText(Specs.Today))!["paths"]!.AsObject()
        where path.Value!["get"] is not null
            && !path.Key.EndsWith("/pdf", StringComparison.Ordinal) && !path.Key.EndsWith("/search", StringComparison.Ordinal)
        select Regex.Replace(path.Key, @"\{\w+\}", "id_1");
}

using Lattice.Stripe.Testing;
using Stripe;
using StripeNetTests.Support;

namespace StripeNetTests.StandIn;

/// <summary>Stripe.net calls the stand-in over HTTP, by its base addresses.</summary>
public sealed class HttpTests
{
    [Fact]
    public async Task Every_base_address_is_that_of_the_server()
    {
        using StripeStandIn stripe = StandIns.CreateShop();
        await using StripeStandInServer server = await StripeStandInServer.StartAsync(stripe);
        string address = server.BaseAddress.GetLeftPart(UriPartial.Authority);
        var client = new StripeClient(StandIns.ApiKey, apiBase: address, filesBase: address, meterEventsBase: address);

        Customer customer = await client.V1.Customers.CreateAsync(new CustomerCreateOptions { Name = "Ada" });
        Stripe.File file = await client.V1.Files.CreateAsync(new FileCreateOptions
        {
            File = new MultipartFileContent { Data = new MemoryStream("proof"u8.ToArray()), Name = "proof.txt" },
            Purpose = "dispute_evidence",
        });
        Stripe.V2.Billing.MeterEventSession session = await client.V2.Billing.MeterEventSession.CreateAsync(new());
        var stream = new StripeClient(session.AuthenticationToken, meterEventsBase: address);
        await stream.V2.Billing.MeterEventStream.CreateAsync(V2Tests.Usage);

        Assert.Equal("Ada", (await client.V1.Customers.GetAsync(customer.Id)).Name);
        Assert.Equal((5, "dispute_evidence"), (file.Size, file.Purpose));
        Assert.Equal([200, 200, 200, 200, 200], stripe.Requests.Select(request => request.StatusCode));
    }

    [Fact]
    public async Task A_base_address_that_ends_in_a_slash_is_named_in_the_error()
    {
        await using StripeStandInServer server = await StripeStandInServer.StartAsync();
        var client = new StripeClient(StandIns.ApiKey, apiBase: server.BaseAddress.AbsoluteUri);

        StripeException exception = await Assert.ThrowsAsync<StripeException>(
            () => client.V1.AccountLinks.CreateAsync(new AccountLinkCreateOptions { Account = "acct_1", Type = "account_onboarding" }));

        Assert.Contains("//v1/account_links", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ends in a slash", exception.Message, StringComparison.Ordinal);
    }
}

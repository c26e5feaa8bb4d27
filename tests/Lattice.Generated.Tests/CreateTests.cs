using Lattice.Stripe.Testing;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests;

/// <summary>Creates account links, in process and over HTTP on the loopback address.</summary>
public class CreateTests
{
    [Fact]
    public async Task All_four_parameters_are_sent_and_the_link_is_returned()
    {
        await using StripeStandInServer server = await StripeStandInServer.StartAsync();
        using var client = new StripeClient(new StripeClientOptions { ApiKey = StandIns.ApiKey, BaseAddress = server.BaseAddress });

        AccountLink link = await AccountLink.CreateAsync(client, StandIns.AllFour);

        ReceivedRequest request = Assert.Single(server.StandIn.Requests);
        Assert.Equal(("POST", "/v1/account_links"), (request.Method, request.Path));
        Assert.Equal(
            "account=acct_connected_123&refresh_url=https%3A%2F%2Fexample.com%2Fconnect%2Frefresh"
                + "&return_url=https%3A%2F%2Fexample.com%2Fconnect%2Freturn&type=account_onboarding",
            request.Body);
        Assert.Equal("account_link", link.Object);
        Assert.Equal(TimeSpan.Zero, link.Created.Offset);
        Assert.InRange(link.Created, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Equal(TimeSpan.FromSeconds(300), link.ExpiresAt - link.Created);
        Assert.StartsWith($"{server.PageAddress}account_link/acct_connected_123/", link.Url.Reveal(), StringComparison.Ordinal);
        Assert.Equal(request.RequestId, link.GetResponse()!.RequestId);
        Assert.Empty(link.GetMissingFields());
        Assert.Empty(link.GetExtraFields());
    }

    [Fact]
    public async Task The_API_version_of_the_types_is_sent()
    {
        (StripeStandIn standIn, StripeClient client) = StandIns.Create();
        using (client)
        {
            await AccountLink.CreateAsync(client, StandIns.AllFour);
        }

        Assert.Equal("2026-10-28.endive", StripeApiVersion.Current);
        Assert.Equal(StripeApiVersion.Current, Assert.Single(standIn.Requests).Headers["Stripe-Version"]);
    }

    [Fact]
    public async Task Nested_options_and_lists_are_sent_in_brackets()
    {
        (StripeStandIn standIn, StripeClient client) = StandIns.Create();
        using (client)
        {
            await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams
            {
                Account = "acct_1",
                Type = AccountLinkCreateType.AccountUpdate,
                CollectionOptions = new()
                {
                    Fields = AccountLinkCreateCollectionOptionsFields.EventuallyDue,
                    FutureRequirements = AccountLinkCreateCollectionOptionsFutureRequirements.Include,
                },
                Expand = ["a", "b"],
            });
        }

        Assert.Equal(
            "account=acct_1&collection_options[fields]=eventually_due&collection_options[future_requirements]=include"
                + "&expand[0]=a&expand[1]=b&type=account_update",
            Assert.Single(standIn.Requests).Body);
    }

    [Fact]
    public async Task TryCreateAsync_returns_Stripes_error_for_a_missing_type()
    {
        (StripeStandIn standIn, StripeClient client) = StandIns.Create();
        using (client)
        {
            StripeResult<AccountLink> result = await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams { Account = "acct_1" });

            Assert.False(result.IsSuccess);
            Assert.Equal(StripeErrorType.InvalidRequestError, result.Error.Type);
            Assert.Equal("type", result.Error.Param);
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, result.Error.StatusCode);
            Assert.Single(standIn.Requests);
        }
    }

    [Fact]
    public async Task CreateAsync_throws_Stripes_error_for_a_missing_type()
    {
        (_, StripeClient client) = StandIns.Create();
        using (client)
        {
            StripeException exception = await Assert.ThrowsAsync<StripeException>(
                () => AccountLink.CreateAsync(client, new AccountLinkCreateParams { Account = "acct_1" }));

            Assert.Equal(StripeErrorType.InvalidRequestError, exception.Error.Type);
            Assert.Equal("type", exception.Error.Param);
            Assert.Equal(exception.Error.RequestId, exception.Response!.RequestId);
            Assert.Equal(
                "(invalid_request_error) 400 parameter_missing: Missing required param: type. "
                    + $"(request {exception.Error.RequestId})",
                exception.Message);
        }
    }

    [Fact]
    public async Task An_unknown_enum_value_is_sent_unchanged()
    {
        (StripeStandIn standIn, StripeClient client) = StandIns.Create();
        using (client)
        {
            await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams { Account = "acct_1", Type = "account_teleport" });
            await AccountLink.TryCreateAsync(
                client, new AccountLinkCreateParams { Account = "acct_1", Type = new StripeEnum<AccountLinkCreateType>("a b") });
        }

        Assert.Equal(
            ["account=acct_1&type=account_teleport", "account=acct_1&type=a+b"],
            standIn.Requests.Select(request => request.Body));
    }

    [Fact]
    public async Task A_client_without_a_valid_key_gets_an_authentication_error()
    {
        var standIn = new StripeStandIn(new StripeStandInOptions { ApiKey = "sk_test_right" });
        using var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_wrong_9876" }, standIn.CreateHandler());

        StripeResult<AccountLink> result = await AccountLink.TryCreateAsync(client, StandIns.AllFour);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, result.Error!.StatusCode);
        Assert.DoesNotContain("sk_test_wrong_9876", result.Error.ToString(), StringComparison.Ordinal);
    }
}

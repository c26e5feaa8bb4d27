using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Hosting;

public sealed class HandlerTests
{
    [Fact]
    public async Task The_response_has_its_request()
    {
        using var http = new HttpClient(new StripeStandIn().CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.stripe.com/v1/account_links");

        using HttpResponseMessage response = await http.SendAsync(request);

        Assert.Same(request, response.RequestMessage);
    }

    [Fact]
    public async Task Handlers_of_one_stand_in_share_its_requests()
    {
        var stripe = new StripeStandIn();
        using var first = new Caller(stripe);
        using var second = new Caller(stripe);

        await first.PostAsync("/v1/one");
        await second.PostAsync("/v1/two");

        Assert.Equal(["/v1/one", "/v1/two"], stripe.Requests.Select(request => request.Path));
    }

    [Fact]
    public void Synchronous_calls_get_a_response()
    {
        using var http = new HttpClient(new StripeStandIn().CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.stripe.com/v1/account_links")
        {
            Content = new FormUrlEncodedContent([new("account", "acct_1"), new("type", "account_onboarding")]),
        };
        request.Headers.Add("Authorization", $"Bearer {Caller.Key}");

        using HttpResponseMessage response = http.Send(request);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_canceled_request_is_not_received()
    {
        var stripe = new StripeStandIn();
        using var invoker = new HttpMessageInvoker(stripe.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.stripe.com/v1/account_links");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => invoker.SendAsync(request, new CancellationToken(canceled: true)));

        Assert.Empty(stripe.Requests);
    }
}

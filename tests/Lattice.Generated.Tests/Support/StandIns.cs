using Lattice.Stripe.Testing;

namespace Lattice.Stripe.Tests.Support;

internal static class StandIns
{
    public const string ApiKey = "sk_test_generated";

    public static StripeClientOptions Options => new() { ApiKey = ApiKey };

    public static AccountLinkCreateParams AllFour => new()
    {
        Account = "acct_connected_123",
        Type = AccountLinkCreateType.AccountOnboarding,
        RefreshUrl = "https://example.com/connect/refresh",
        ReturnUrl = "https://example.com/connect/return",
    };

    /// <summary>Returns a client that gets this body as Stripe's response, with a request id.</summary>
    public static StripeClient Responding(string body) => new(Options, new CannedHandler(body, isFromStripe: true));

    /// <summary>Returns a client that gets this body without a request id, as from a proxy.</summary>
    public static StripeClient Intercepted(string body) => new(Options, new CannedHandler(body, isFromStripe: false));

    /// <summary>Returns the stand-in and a client that calls it.</summary>
    public static (StripeStandIn StandIn, StripeClient Client) Create()
    {
        var standIn = new StripeStandIn();
        return (standIn, new StripeClient(Options, standIn.CreateHandler()));
    }

    private sealed class CannedHandler(string body, bool isFromStripe) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage { Content = new StringContent(body) };
            if (isFromStripe)
            {
                response.Headers.Add("Request-Id", "req_1");
            }

            return Task.FromResult(response);
        }
    }
}

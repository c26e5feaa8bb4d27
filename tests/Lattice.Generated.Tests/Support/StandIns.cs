using Lattice.Stripe.Testing;

namespace Lattice.Stripe.Tests.Support;

internal static class StandIns
{
    public const string ApiKey = "sk_test_behaviours";

    public static StripeClientOptions Options => new() { ApiKey = ApiKey };

    public static AccountLinkCreateParams AllFour => new()
    {
        Account = "acct_connected_123",
        Type = AccountLinkCreateType.AccountOnboarding,
        RefreshUrl = "https://example.com/connect/refresh",
        ReturnUrl = "https://example.com/connect/return",
    };

    /// <summary>A client whose every call gets this body, as Stripe sends it: with a request id.</summary>
    public static StripeClient Responding(string body) => new(Options, new CannedHandler(body, isStripes: true));

    /// <summary>A client whose every call gets this body from somebody else.</summary>
    public static StripeClient Intercepted(string body) => new(Options, new CannedHandler(body, isStripes: false));

    /// <summary>The stand-in together with a client that calls it.</summary>
    public static (StripeStandIn StandIn, StripeClient Client) Create()
    {
        var standIn = new StripeStandIn();
        return (standIn, new StripeClient(Options, standIn.CreateHandler()));
    }

    private sealed class CannedHandler(string body, bool isStripes) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage { Content = new StringContent(body) };
            if (isStripes)
            {
                response.Headers.Add("Request-Id", "req_1");
            }

            return Task.FromResult(response);
        }
    }
}

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

    /// <summary>A client whose every call is answered with this status and body.</summary>
    public static StripeClient Answering(string body, int status = 200) => new(Options, new CannedHandler(status, body));

    private sealed class CannedHandler(int status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StringContent(body) });
    }

    /// <summary>The stand-in together with a client that calls it.</summary>
    public static (StripeStandIn StandIn, StripeClient Client) Create()
    {
        var standIn = new StripeStandIn();
        return (standIn, new StripeClient(Options, standIn.CreateHandler()));
    }
}

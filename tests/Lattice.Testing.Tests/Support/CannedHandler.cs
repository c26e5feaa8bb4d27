namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>Responds to each request with the same body and, as Stripe does, with a request id.</summary>
internal sealed class CannedHandler(string body) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Task.FromResult(new HttpResponseMessage { Content = new StringContent(body), Headers = { { "Request-Id", "req_1" } } });
}

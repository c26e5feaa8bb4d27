namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>Answers everything with the same body.</summary>
internal sealed class CannedHandler(string body) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Task.FromResult(new HttpResponseMessage { Content = new StringContent(body) });
}

namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>Captures the last response.</summary>
internal sealed class ResponseCapturingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public string LastResponse { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        LastResponse = await response.Content.ReadAsStringAsync(cancellationToken);
        return response;
    }
}

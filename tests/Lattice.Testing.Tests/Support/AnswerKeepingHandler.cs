namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>Lets requests through and keeps the last answer as it was.</summary>
internal sealed class AnswerKeepingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public string LastAnswer { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        LastAnswer = await response.Content.ReadAsStringAsync(cancellationToken);
        return response;
    }
}

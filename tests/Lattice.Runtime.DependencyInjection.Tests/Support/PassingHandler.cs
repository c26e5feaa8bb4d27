namespace Lattice.Stripe.Tests.Support;

/// <summary>A handler of an app that passes everything on.</summary>
internal sealed class PassingHandler : DelegatingHandler
{
    public PassingHandler()
    {
    }

    public PassingHandler(HttpMessageHandler inner)
        : base(inner)
    {
    }
}

/// <summary>A primary handler that an app derived from .NET's.</summary>
internal sealed class DerivedHandler : HttpClientHandler;

/// <summary>A delegating handler of an app that responds itself and has no inner handler.</summary>
internal sealed class RespondingHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(StubResponse.Of(200, StubResponse.Thing, StubResponse.RequestId));
}

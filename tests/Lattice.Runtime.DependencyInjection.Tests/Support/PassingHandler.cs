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

#pragma warning disable IDE0130, CA1812 // The names of types elsewhere.

namespace Microsoft.Extensions.Http.Resilience.Internal
{
    /// <summary>As the handler of the package was named before version 8.2.</summary>
    internal sealed class ResilienceHandler : DelegatingHandler;
}

namespace Lattice.Stripe.Tests.Shop
{
    /// <summary>A handler of an app that shares only the short name with the package's.</summary>
    internal sealed class ResilienceHandler : DelegatingHandler;
}

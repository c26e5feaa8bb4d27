namespace Lattice.Stripe.Transport;

/// <summary>The body of a call, from which each attempt gets a content of its own.</summary>
internal abstract class RequestBody : IDisposable
{
    public abstract HttpContent CreateContent();

    /// <summary>Ends the call.</summary>
    public abstract void Dispose();
}

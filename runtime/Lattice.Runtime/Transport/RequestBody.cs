namespace Lattice.Stripe.Transport;

/// <summary>The body of a call, from which each attempt gets a content of its own.</summary>
internal abstract class RequestBody : IDisposable
{
    public abstract HttpContent CreateContent();

    /// <summary>Whether it can be sent once more.</summary>
    public abstract bool CanSendAgain { get; }

    /// <summary>Ends the call.</summary>
    public abstract void Dispose();
}

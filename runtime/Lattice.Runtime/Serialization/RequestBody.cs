namespace Lattice.Stripe.Serialization;

/// <summary>The body of a call. Each attempt gets its own <see cref="HttpContent"/>.</summary>
internal abstract class RequestBody : IDisposable
{
    /// <summary>Whether the body can be sent again.</summary>
    public abstract bool IsReplayable { get; }

    /// <summary>Whether the body is sent only when the server requests it, because it may be large.</summary>
    public virtual bool ExpectsContinue => false;

    /// <summary>Whether any attempt has read the body, so that it may have left this process.</summary>
    public bool WasRead { get; protected set; }

    /// <summary>The failure of a stream of the caller's; <see langword="null"/> if there was none.</summary>
    public virtual UploadFailureException? Failure => null;

    public abstract HttpContent CreateContent();

    /// <summary>Ends the call.</summary>
    public abstract void Dispose();
}

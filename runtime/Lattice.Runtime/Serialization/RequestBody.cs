namespace Lattice.Stripe.Serialization;

/// <summary>The body of a call, from which each attempt gets a content of its own.</summary>
internal abstract class RequestBody : IDisposable
{
    /// <summary>Whether it can be sent once more.</summary>
    public abstract bool IsReplayable { get; }

    /// <summary>Whether the server has to ask for the body before it is sent, because it may be large.</summary>
    public virtual bool ExpectsContinue => false;

    /// <summary>Whether the body has been read, by any attempt: then it may have left this process.</summary>
    public bool WasRead { get; protected set; }

    /// <summary>What went wrong with a stream of the caller's; <see langword="null"/> if nothing did.</summary>
    public virtual UploadFailureException? Failure => null;

    public abstract HttpContent CreateContent();

    /// <summary>Ends the call.</summary>
    public abstract void Dispose();
}

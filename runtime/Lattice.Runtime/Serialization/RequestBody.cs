using Lattice.Stripe.Transport;

namespace Lattice.Stripe.Serialization;

/// <summary>The body of a call, from which each attempt gets a content of its own.</summary>
internal abstract class RequestBody : IDisposable
{
    /// <summary>
    /// The body of an operation. Parameters make their own, so that an app that is compiled ahead of time holds only the kinds
    /// that it uses.
    /// </summary>
    /// <exception cref="ArgumentException">An extra parameter has a malformed name, is set already, or the operation takes
    /// none.</exception>
    public static RequestBody? Create(OperationDescription operation, StripeParams? parameters, StripeRequestOptions? options)
    {
        IReadOnlyDictionary<string, string>? extra = options?.GetExtraParameters();
        StripeBodyKind kind = operation.BodyKind;
        if (kind is StripeBodyKind.None or StripeBodyKind.Json && extra is { Count: > 0 })
        {
            throw new ArgumentException("The operation takes no form, so there can be no extra parameters.", nameof(options));
        }

        return parameters is not null ? parameters.Encode(extra) : Create(operation, extra);
    }

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

    private static EncodedBody? Create(OperationDescription operation, IReadOnlyDictionary<string, string>? extra) =>
        operation.BodyKind switch
        {
            // A POST has content all the same: whether it was read tells whether the request can have reached anybody.
            StripeBodyKind.None => operation.Method == HttpMethod.Post ? EncodedBody.Empty() : null,
            StripeBodyKind.Json => EncodedBody.EmptyJson(),

            // A file upload without parameters has no file; as a form, its extra parameters still arrive.
            StripeBodyKind.Form or StripeBodyKind.Multipart => EncodedBody.Form(null, extra),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation.BodyKind, "There is no such kind of body."),
        };
}

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
    public static RequestBody? Create(StripeBodyKind kind, StripeParams? parameters, RequestOptions? options)
    {
        IReadOnlyDictionary<string, string>? extra = options?.ExtraParameters;
        if (kind is StripeBodyKind.None or StripeBodyKind.Json && extra is { Count: > 0 })
        {
            throw new ArgumentException("The operation takes no form, so there can be no extra parameters.", nameof(options));
        }

        if (parameters is not null)
        {
            return parameters.Encode(extra);
        }

        return kind switch
        {
            StripeBodyKind.None => null,
            StripeBodyKind.Json => EncodedBody.EmptyJson(),

            // A file upload without parameters has no file; as a form, its extra parameters still arrive.
            StripeBodyKind.Form or StripeBodyKind.Multipart => EncodedBody.Form(null, extra),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of body."),
        };
    }

    public abstract HttpContent CreateContent();

    /// <summary>Whether it can be sent once more.</summary>
    public abstract bool CanSendAgain { get; }

    /// <summary>Ends the call.</summary>
    public abstract void Dispose();
}

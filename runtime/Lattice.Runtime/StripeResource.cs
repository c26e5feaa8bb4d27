using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>A resource that an operation answers.</summary>
public abstract class StripeResource : StripeObject
{
    private StripeResponse? _response;

    /// <summary>Makes a resource by hand.</summary>
    protected StripeResource()
    {
    }

    /// <summary>Makes a resource from a response.</summary>
    /// <param name="fields">What the response held beyond the known properties, and what it lacked.</param>
    protected StripeResource(ReadState fields)
        : base(fields)
    {
    }

    /// <summary>
    /// The facts of the response that this resource was the response of: status, headers, request id, idempotency key.
    /// <see langword="null"/> for a resource that was made by hand or is a part of another.
    /// </summary>
    public StripeResponse? GetResponse() => _response;

    internal void SetResponse(StripeResponse response) => _response = response;
}

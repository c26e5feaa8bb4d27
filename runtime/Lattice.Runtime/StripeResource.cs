using System.ComponentModel;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>A resource that an operation returns.</summary>
public abstract class StripeResource : StripeObject
{
    private StripeResponse? _response;

    /// <summary>Initializes a resource without a response.</summary>
    protected StripeResource()
    {
    }

    /// <summary>Initializes a resource from a response.</summary>
    /// <param name="json">The reader of the response, at the end of the resource.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected StripeResource(ref StripeJsonReader json)
        : base(ref json)
    {
    }

    /// <summary>
    /// The metadata of the response that returned this resource: status, headers, request id, idempotency key. It is
    /// <see langword="null"/> for a resource that was created without a response or is a part of another one.
    /// </summary>
    public StripeResponse? GetResponse() => _response;

    internal void SetResponse(StripeResponse response) => _response = response;
}

using System.ComponentModel;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// An object of a response that is one of several types, with a property for each. One property is set. If the type of the object is
/// unknown, none is, and <see cref="StripeObject.GetExtraFields"/> returns the fields of the object.
/// </summary>
public abstract class StripeUnion : StripeResource
{
    /// <summary>Initializes a union without a response.</summary>
    protected StripeUnion()
    {
    }

    /// <summary>Initializes a union of unknown type from a response.</summary>
    /// <param name="json">The reader of the response, at the end of the object.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected StripeUnion(ref StripeJsonReader json)
        : base(ref json)
    {
    }

    /// <summary>The object, whatever its type; <see langword="null"/> if its type is unknown.</summary>
    public abstract StripeObject? GetCase();
}

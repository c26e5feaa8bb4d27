using System.ComponentModel;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>An object that reads itself from JSON, field by field. Every generated class of a response is one.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonReadable<TSelf>
    where TSelf : StripeObject, IJsonReadable<TSelf>
{
    /// <summary>Reads an object. The current token of <paramref name="json"/> is its first one, <c>{</c>.</summary>
    /// <param name="json">The reader. On return, its current token is the last one of the object.</param>
    static abstract TSelf Read(ref StripeJsonReader json);
}

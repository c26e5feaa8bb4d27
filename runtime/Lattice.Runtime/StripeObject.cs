using System.ComponentModel;
using System.Text.Json;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>An object of a response: a resource or a part of one.</summary>
public abstract class StripeObject
{
    private readonly ReadState _fields;

    /// <summary>Initializes an object without a response. It has no missing and no extra fields.</summary>
    protected StripeObject()
    {
    }

    /// <summary>Initializes an object from a response.</summary>
    /// <param name="json">The reader of the response, at the end of the object.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected StripeObject(ref StripeJsonReader json) => _fields = json.Fields;

    /// <summary>
    /// The fields of the response without a property in this version of the types, and those whose value does not fit its type (for
    /// example a number that is too large for a 64-bit integer), by their name in the response. It is a method and not a property
    /// because an unknown field may be a secret: serializers and structured loggers do not read it.
    /// </summary>
    /// <remarks>
    /// If only some elements of a list or map do not fit, only those are included: the third element of <c>tags</c> as
    /// <c>tags[2]</c>, the value of the key <c>color</c> in <c>metadata</c> as <c>metadata[color]</c>. A value with more than 64 levels
    /// of nested arrays and objects is dropped.
    /// </remarks>
    public IReadOnlyDictionary<string, JsonElement> GetExtraFields() => _fields.ParseExtra();

    /// <summary>
    /// The names of the fields that Stripe's specification requires and the response lacks. Their properties read as empty (0,
    /// <see langword="false"/>, <c>""</c>, an empty list).
    /// </summary>
    public IReadOnlyList<string> GetMissingFields() => _fields.Missing;

    /// <summary>Returns the type's name. It contains no field, because an object may hold secrets and personal data.</summary>
    public override string ToString() => GetType().Name;
}

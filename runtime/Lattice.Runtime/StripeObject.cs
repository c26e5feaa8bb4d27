using System.Text.Json;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>An object of a Stripe answer: a resource or a part of one.</summary>
public abstract class StripeObject
{
    private readonly ReadState _fields;

    /// <summary>Makes an object by hand; nothing is missing in it and nothing unknown.</summary>
    protected StripeObject()
    {
    }

    /// <summary>Makes an object from a response.</summary>
    /// <param name="fields">What the response held beyond the known properties, and what it lacked.</param>
    protected StripeObject(ReadState fields) => _fields = fields;

    /// <summary>
    /// The fields of the response that this version of the types does not know, and those whose value did not fit its
    /// type (a number too large for a 64-bit integer, say), by their name in the response. It is a method and no property
    /// because an unknown field may be a secret: serializers and structured loggers do not see it.
    /// </summary>
    /// <remarks>
    /// Of a list or map that has elements of another type, those alone are here: the third element of <c>tags</c> in
    /// the response as <c>tags[2]</c>, the value of the key <c>color</c> in <c>metadata</c> as <c>metadata[color]</c>.
    /// A value in which more than 64 arrays and objects are nested is dropped.
    /// </remarks>
    public IReadOnlyDictionary<string, JsonElement> GetExtraFields() => _fields.ParseExtra();

    /// <summary>
    /// The names of the fields that Stripe's specification requires and the response lacked; their properties read as empty
    /// (0, <see langword="false"/>, <c>""</c>, an empty list).
    /// </summary>
    public IReadOnlyList<string> GetMissingFields() => _fields.Missing;

    /// <summary>The type's name. It shows no field: an object may hold secrets and personal data.</summary>
    public override string ToString() => GetType().Name;
}

using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>
/// What bounds the time and memory of decoding, whatever the response holds. Nothing that Stripe sends comes near any
/// of these.
/// </summary>
internal static class DecodingLimits
{
    /// <summary>
    /// How many objects may be nested in a typed object, itself included. Stripe expands four levels. A deeper object
    /// is kept as JSON.
    /// </summary>
    public const int MaxObjectLevels = 64;

    /// <summary>
    /// How many arrays and objects may be nested in a value that is kept as JSON, itself included. A deeper value is
    /// dropped: the time that <see cref="JsonElement"/> takes to parse it grows with the product of its length and its
    /// depth.
    /// </summary>
    public const int MaxJsonLevels = 64;

    /// <summary>How many typed objects a response may hold: a body of 10 MB could be three million empty ones.</summary>
    public const int MaxObjects = 250_000;

    /// <summary>
    /// How many bytes all peeks into objects may read together, as a multiple of the body. A peek reads an object ahead
    /// of the reader, so unions nested in unions are read again at each level. Beyond the limit a peek finds nothing,
    /// and the object is of an unknown type.
    /// </summary>
    public const int PeekedBodies = 16;

    /// <summary>How many fields or elements are read between two looks at the cancellation token. A power of two.</summary>
    public const int StepsBetweenCancellationChecks = 4096;

    /// <summary>How many missing fields a message names.</summary>
    public const int NamedMissingFields = 100;

    /// <summary>
    /// Depth is bounded by what is made of a value, not by the reader, which takes one bit for each level.
    /// </summary>
    public static JsonReaderOptions AnyDepth { get; } = new() { MaxDepth = int.MaxValue };
}

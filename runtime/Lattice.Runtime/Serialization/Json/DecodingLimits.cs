using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>
/// The limits on the time and memory of decoding. Stripe's responses are far below all of them.
/// </summary>
internal static class DecodingLimits
{
    /// <summary>
    /// The maximum number of nested typed objects, including the outermost one. Stripe expands four levels. A deeper object is kept as
    /// JSON.
    /// </summary>
    public const int MaxObjectLevels = 64;

    /// <summary>
    /// The maximum number of nested arrays and objects in a value that is kept as JSON, including the value itself. A deeper value is
    /// dropped, because <see cref="JsonElement"/> takes time proportional to the product of its length and its depth.
    /// </summary>
    public const int MaxJsonLevels = 64;

    /// <summary>The maximum number of typed objects in a response. A body of 10 MB could hold three million empty ones.</summary>
    public const int MaxObjects = 250_000;

    /// <summary>
    /// The maximum number of bytes that all peeks into objects may read, as a multiple of the body's length. A peek reads an object
    /// ahead of the reader, so unions nested in unions are read again at each level. Beyond the limit a peek finds nothing, and the
    /// object is of an unknown type.
    /// </summary>
    public const int PeekedBodies = 16;

    /// <summary>The number of fields or elements between two checks of the cancellation token. A power of two.</summary>
    public const int StepsBetweenCancellationChecks = 4096;

    /// <summary>The maximum number of missing fields in a message.</summary>
    public const int NamedMissingFields = 100;

    /// <summary>
    /// No limit for the reader, which needs one bit for each level. The limits above bound the depth of what is created.
    /// </summary>
    public static JsonReaderOptions AnyDepth { get; } = new() { MaxDepth = int.MaxValue };
}

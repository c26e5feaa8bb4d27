using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>A response is valid JSON and holds more than can be decoded. The message says what, and quotes nothing.</summary>
/// <param name="reason">What is wrong with the response, as the end of a sentence about it.</param>
internal sealed class ResponseLimitException(string reason) : JsonException(reason);

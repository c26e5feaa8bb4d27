using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>A response is valid JSON but exceeds a limit. The message names the limit and quotes nothing.</summary>
/// <param name="reason">The reason, as the end of a sentence that starts with "the response".</param>
internal sealed class ResponseLimitException(string reason) : JsonException(reason);

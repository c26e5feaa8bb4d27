namespace Lattice.Stripe.Testing;

/// <summary>A request that a <see cref="StripeStandIn"/> received, and how it was answered.</summary>
/// <remarks>
/// The API key is never kept. <see cref="Body"/> and <see cref="Parameters"/> hold what the caller sent as it was sent,
/// personal data included; <see cref="ToString"/> shows neither.
/// </remarks>
public sealed class ReceivedRequest
{
    internal ReceivedRequest()
    {
    }

    /// <summary>The HTTP method, such as <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path as it was sent, percent-encoding included, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The headers; names ignore case, and values of a repeated name are joined by commas. The value of
    /// <c>Authorization</c> is redacted.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body as it was sent, read as UTF-8; empty when there was none.</summary>
    public required string Body { get; init; }

    /// <summary>
    /// The decoded form parameters in the order they were sent, those of the query before those of the body. Names keep
    /// their brackets (<c>collection[0][field]</c>).
    /// </summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; }

    /// <summary>The HTTP status that was answered.</summary>
    public required int Status { get; init; }

    /// <summary>The <c>Request-Id</c> that was answered.</summary>
    public required string RequestId { get; init; }

    /// <summary>The <c>operationId</c> of the slice's operation that matched; null when none did.</summary>
    public required string? OperationId { get; init; }

    /// <summary>The method, path and status: never the body, which may hold personal data.</summary>
    public override string ToString() => $"{Method} {Path} -> {Status}";
}

namespace Lattice.Stripe.Testing.Spec;

/// <summary>An operation of the slice.</summary>
internal sealed record Operation
{
    public required string Method { get; init; }

    public required PathTemplate Path { get; init; }

    public required string? Id { get; init; }

    /// <summary>What the operation does, and to which objects.</summary>
    public required OperationObjects Objects { get; init; }

    /// <summary>An object whose properties are the parameters of the query and the body.</summary>
    public required Schema Parameters { get; init; }

    /// <summary>The formats of the body; empty if the slice names no body, or none that the stand-in can read.</summary>
    public required IReadOnlyList<BodyFormat> Formats { get; init; }

    /// <summary>The status of a successful response.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The media type of a successful response that is a file; null if it is JSON.</summary>
    public string? FileMediaType { get; init; }

    /// <summary>The body of a successful response.</summary>
    public required Schema Response { get; init; }
}

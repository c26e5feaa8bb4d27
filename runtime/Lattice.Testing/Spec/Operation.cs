
namespace Lattice.Stripe.Testing.Spec;

/// <summary>An operation of the slice.</summary>
internal sealed record Operation
{
    public required string Method { get; init; }

    public required PathTemplate Path { get; init; }

    public required string? Id { get; init; }

    /// <summary>An object whose properties are the parameters of query and body.</summary>
    public required Schema Parameters { get; init; }

    /// <summary>What the body may be; empty where the slice names no body or none that the stand-in can read.</summary>
    public required IReadOnlyList<BodyFormat> Formats { get; init; }

    /// <summary>The status of success.</summary>
    public required int StatusCode { get; init; }

    /// <summary>What success answers.</summary>
    public required Schema ApiResponse { get; init; }
}

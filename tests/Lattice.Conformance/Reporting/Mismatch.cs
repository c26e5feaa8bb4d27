namespace Lattice.Conformance.Reporting;

/// <summary>The checks, in the order in which they run.</summary>
internal enum Check
{
    /// <summary>The OpenAPI library and this program read the specification in the same way.</summary>
    Read,

    /// <summary>The generator emits every operation that is checked, and reports no warning.</summary>
    Generate,

    /// <summary>The emitted code and a consumer's code compile without a warning.</summary>
    Compile,

    /// <summary>The name of an operation does not depend on what else is in the specification.</summary>
    Name,

    /// <summary>Parameters are encoded to the expected request.</summary>
    Encode,

    /// <summary>A response is decoded to the expected resource, and the pages of a list are followed.</summary>
    Decode,

    /// <summary>A server accepts the request, and its response can be decoded.</summary>
    Send,
}

/// <summary>A difference from the specification.</summary>
/// <param name="Operation">The operation, such as <c>POST /v1/accounts</c>, or <see langword="null"/> for the whole specification.</param>
/// <param name="Sample">The first sample for which it occurred.</param>
internal sealed record Mismatch(Check Check, string? Operation, string Reason, string? Sample)
{
    public override string ToString() =>
        $"{(Operation is null ? "" : Operation + ": ")}{Reason}{(Sample is null ? "" : $" ({Sample})")}";
}

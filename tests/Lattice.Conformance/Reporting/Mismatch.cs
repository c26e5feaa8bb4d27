namespace Lattice.Conformance.Reporting;

/// <summary>The checks, in the order in which they run.</summary>
internal enum Check
{
    /// <summary>The OpenAPI library and this program read the specification in the same way.</summary>
    Read,

    /// <summary>The generator emits every create operation and reports no warning.</summary>
    Generate,

    /// <summary>The emitted code and a consumer's code compile without a warning.</summary>
    Compile,

    /// <summary>Parameters are encoded to the expected body.</summary>
    Encode,

    /// <summary>A response is decoded to the expected resource.</summary>
    Decode,

    /// <summary>A server accepts the request, and its response can be decoded.</summary>
    Send,
}

/// <summary>A difference from the specification.</summary>
/// <param name="Create">The operation, such as <c>POST /v1/accounts</c>, or <see langword="null"/> for the whole specification.</param>
/// <param name="Sample">The first sample for which it occurred.</param>
internal sealed record Mismatch(Check Check, string? Create, string Reason, string? Sample)
{
    public override string ToString() =>
        $"{(Create is null ? "" : Create + ": ")}{Reason}{(Sample is null ? "" : $" ({Sample})")}";
}

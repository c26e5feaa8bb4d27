namespace Lattice.Conformance.Reporting;

/// <summary>The checks, in the order in which they run.</summary>
internal enum Check
{
    /// <summary>The OpenAPI library reads of the specification what this program reads.</summary>
    Read,

    /// <summary>The generator emits every create, and nothing that it has to warn of.</summary>
    Generate,

    /// <summary>What it emits compiles without a warning, and so does a consumer's code.</summary>
    Compile,

    /// <summary>Parameters become the expected body.</summary>
    Encode,

    /// <summary>A response becomes the expected resource.</summary>
    Decode,

    /// <summary>A server takes the request and its response decodes.</summary>
    Send,
}

/// <summary>Something that is not as the specification says.</summary>
/// <param name="Create">The operation, such as <c>POST /v1/accounts</c>; <see langword="null"/> if it concerns no single one.</param>
/// <param name="Circumstance">With which made values it showed first; others are not listed anew.</param>
internal sealed record Mismatch(Check Check, string? Create, string Reason, string? Circumstance)
{
    public override string ToString() =>
        $"{(Create is null ? "" : Create + ": ")}{Reason}{(Circumstance is null ? "" : $" ({Circumstance})")}";
}

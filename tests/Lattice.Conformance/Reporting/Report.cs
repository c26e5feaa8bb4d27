namespace Lattice.Conformance.Reporting;

/// <summary>The results of a run.</summary>
/// <param name="Creates">The number of create operations in the specification.</param>
/// <param name="Generated">The number of emitted operations.</param>
/// <param name="Compiled">The number of operations that can be called in the compiled assembly.</param>
/// <param name="Warnings">The number of warnings and errors from the compiler.</param>
/// <param name="Encoded">The number of operations that encode all parameters as expected.</param>
/// <param name="Decoded">The number of operations that decode all responses as expected.</param>
/// <param name="Sent">The number of operations that the server accepted, or <see langword="null"/> without a server.</param>
/// <param name="Explained">The known differences between Stripe's fixtures and Stripe's specification.</param>
internal sealed record Report(
    int Creates,
    int Generated,
    int Compiled,
    int Warnings,
    int Encoded,
    int Decoded,
    int? Sent,
    IReadOnlyList<Mismatch> Mismatches,
    IReadOnlyList<string> Explained)
{
    /// <summary>The last line of the output.</summary>
    public string Summary =>
        $"operations: {Creates}, generated: {Generated}, compiled: {Compiled}, warnings: {Warnings}, encoded: {Encoded}, decoded: {Decoded}"
        + (Sent is { } sent ? $", sent: {sent}" : "");
}

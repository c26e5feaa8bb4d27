namespace Lattice.Conformance.Reporting;

/// <summary>The results of a run.</summary>
/// <param name="Operations">The number of operations in the specification that are checked.</param>
/// <param name="Generated">The number of emitted operations.</param>
/// <param name="Reported">The operations that the generator reports instead, each with the reason.</param>
/// <param name="Compiled">The number of operations that can be called in the compiled assembly.</param>
/// <param name="Warnings">The number of warnings and errors from the compiler.</param>
/// <param name="Encoded">The number of operations that encode all parameters as expected.</param>
/// <param name="Decoded">The number of operations that decode all responses as expected.</param>
/// <param name="Sent">The number of operations that the server accepted, or <see langword="null"/> without a server.</param>
/// <param name="Explained">The known differences between Stripe's fixtures and Stripe's specification.</param>
internal sealed record Report(
    int Operations,
    int Generated,
    IReadOnlyList<string> Reported,
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
        $"operations: {Operations}, generated: {Generated}"
        + (Reported.Count > 0 ? $", reported: {Reported.Count}" : "")
        + $", compiled: {Compiled}, warnings: {Warnings}, encoded: {Encoded}, decoded: {Decoded}"
        + (Sent is { } sent ? $", sent: {sent}" : "");
}

namespace Lattice.Conformance.Reporting;

/// <summary>What a run found.</summary>
/// <param name="Creates">How many creates the specification has.</param>
/// <param name="Generated">How many of them are emitted.</param>
/// <param name="Compiled">How many of them can be called in the compiled assembly.</param>
/// <param name="Warnings">How many warnings and errors the compiler gave.</param>
/// <param name="Encoded">How many of them encode all their parameters as expected.</param>
/// <param name="Decoded">How many of them decode all their answers as expected.</param>
/// <param name="Sent">How many of them the server took; <see langword="null"/> if there was none.</param>
/// <param name="Explained">Where Stripe's fixtures are known not to fit Stripe's specification.</param>
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
    /// <summary>The line that the program ends with.</summary>
    public string Summary =>
        $"creates: {Creates}, generated: {Generated}, compiled: {Compiled}, warnings: {Warnings}, encoded: {Encoded}, decoded: {Decoded}"
        + (Sent is { } sent ? $", sent: {sent}" : "");
}

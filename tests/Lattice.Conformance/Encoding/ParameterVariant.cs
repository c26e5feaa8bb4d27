namespace Lattice.Conformance.Encoding;

/// <summary>A way to set the parameters of an operation.</summary>
/// <param name="Name">The name in reports.</param>
/// <param name="Optional">Whether optional parameters are set.</param>
/// <param name="Clear">Whether clearable parameters are cleared.</param>
/// <param name="Empty">Whether strings, lists, maps, and objects are empty.</param>
/// <param name="Edge">Whether values are edge cases of their types.</param>
/// <param name="Case">The index of the case that unions have.</param>
/// <param name="IsPlausible">Whether strings are plausible for the names of their parameters.</param>
internal sealed record ParameterVariant(
    string Name,
    bool Optional = true,
    bool Clear = false,
    bool Empty = false,
    bool Edge = false,
    int Case = 0,
    bool IsPlausible = false)
{
    public static ParameterVariant Required { get; } = new("required only", Optional: false);

    /// <summary>The variant for a server that also validates values.</summary>
    public static ParameterVariant Plausible { get; } = new("required only, plausible", Optional: false, IsPlausible: true);

    public static ParameterVariant Every { get; } = new("every field set");

    /// <summary>The variants for every operation. One for each further union case is added.</summary>
    public static IReadOnlyList<ParameterVariant> Common { get; } =
    [
        Required,
        Every,
        new("cleared", Clear: true),
        new("empty", Empty: true),
        new("edge values", Edge: true),
    ];

    public static ParameterVariant OfCase(int unionCase) => new($"case {unionCase + 1} of every union", Case: unionCase);
}

namespace Lattice.Conformance.Encoding;

/// <summary>A way of setting the parameters of a create.</summary>
/// <param name="Name">How a report calls it.</param>
/// <param name="Optional">Whether those that Stripe does not require are set.</param>
/// <param name="Clear">Whether those that can be cleared are.</param>
/// <param name="Empty">Whether texts, lists, maps and objects are empty.</param>
/// <param name="Edge">Whether values are taken from the edges of their types.</param>
/// <param name="Case">Which type those have that can be of several.</param>
/// <param name="IsPlausible">Whether texts are such as their names call for.</param>
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

    /// <summary>What a server is asked for that looks at values as well.</summary>
    public static ParameterVariant Plausible { get; } = new("required only, plausible", Optional: false, IsPlausible: true);

    public static ParameterVariant Every { get; } = new("every field set");

    /// <summary>All that every create is tried with, besides one for each arm of its choices.</summary>
    public static IReadOnlyList<ParameterVariant> Common { get; } =
    [
        Required,
        Every,
        new("cleared", Clear: true),
        new("empty", Empty: true),
        new("edge values", Edge: true),
    ];

    public static ParameterVariant OfCase(int unionCase) => new($"arm {unionCase + 1} of every choice", Case: unionCase);
}

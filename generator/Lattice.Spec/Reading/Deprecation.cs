namespace Lattice.Spec.Reading;

/// <summary>What the compiler says of a parameter, a field or an operation that Stripe has deprecated.</summary>
internal static class Deprecation
{
    /// <param name="replacement">What to use instead; <see langword="null"/> if the document does not say it.</param>
    public static string Describe(string? replacement) =>
        replacement is null ? "Stripe has deprecated it." : $"Stripe has deprecated it. Use {replacement} instead.";
}

namespace Lattice.Spec.Reading;

/// <summary>The message of the compiler's warning for a deprecated parameter, property, or operation.</summary>
internal static class Deprecation
{
    /// <param name="replacement">The replacement; <see langword="null"/> if the document does not declare one.</param>
    public static string Describe(string? replacement) =>
        replacement is null ? "Deprecated by Stripe." : $"Deprecated by Stripe. Use {replacement} instead.";
}

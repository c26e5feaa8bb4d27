namespace Lattice.Generator.Reading;

/// <summary>What the compiler says of a parameter, a field or an operation that Stripe has deprecated.</summary>
internal static class Deprecation
{
    /// <summary>Names what to use instead.</summary>
    public const string ReplacedByExtension = "x-lattice-replaced-by";

    /// <param name="replacement">What to use instead; <see langword="null"/> if the slice does not say it.</param>
    public static string Describe(string? replacement) =>
        replacement is null ? "Stripe has deprecated it." : $"Stripe has deprecated it. Use {replacement} instead.";
}

namespace Lattice.Conformance.SpecReading;

internal static class Texts
{
    private const int MostCharacters = 120;

    /// <summary>As much of a text as a line of a report bears.</summary>
    public static string Shorten(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters] + "…";
}

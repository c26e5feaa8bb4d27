namespace Lattice.Spec.Stripe;

/// <summary>Plurals and singulars as in the segments of Stripe's paths.</summary>
internal static class Inflector
{
    /// <summary>Returns the plural. A word that already is a plural stays the same: <c>instructions</c>.</summary>
    public static string Pluralize(string word)
    {
        if (EndsWithAny(word, "ss", "x", "ch", "sh"))
        {
            return word + "es";
        }

        if (word.EndsWith("s", StringComparison.Ordinal))
        {
            return word;
        }

        return word.Length > 1 && word.EndsWith("y", StringComparison.Ordinal) && !"aeiou".Contains(word[word.Length - 2])
            ? word.Substring(0, word.Length - 1) + "ies"
            : word + "s";
    }

    public static string Singularize(string word)
    {
        if (word is "series" or "sms" || word.EndsWith("us", StringComparison.Ordinal))
        {
            return word;
        }

        if (word == "statuses")
        {
            return "status";
        }

        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word.Substring(0, word.Length - 3) + "y";
        }

        if (EndsWithAny(word, "sses", "xes", "ches", "shes"))
        {
            return word.Substring(0, word.Length - 2);
        }

        return word.EndsWith("s", StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal)
            ? word.Substring(0, word.Length - 1)
            : word;
    }

    private static bool EndsWithAny(string word, params string[] endings) =>
        endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));
}

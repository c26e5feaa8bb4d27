namespace Lattice.Spec.Naming;

/// <summary>
/// Gives each value of an enum a member name of its own, whatever other values there are: the next one that Stripe adds
/// must not stop a build.
/// </summary>
internal static class EnumNames
{
    /// <summary>
    /// The names by value. Of values that would have the same, the one that is written as Stripe's are, in small letters with
    /// underscores, keeps it; the others are spelled out. The order of the values means nothing.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Get(IEnumerable<string> values, string typeName)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (string value in values.Distinct().OrderByDescending(IsUsual).ThenBy(value => value, StringComparer.Ordinal))
        {
            string name = Identifiers.EnumMember(value, typeName);
            if (!taken.Add(name))
            {
                name = Identifiers.SpelledOutEnumMember(value, typeName);
                while (!taken.Add(name))
                {
                    name += "Value";
                }
            }

            names.Add(value, name);
        }

        return names;
    }

    private static bool IsUsual(string value) => value.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_');
}

namespace Lattice.Spec.Naming;

/// <summary>Creates a unique member name for each value of an enum: no value that Stripe adds can break a build.</summary>
internal static class EnumNames
{
    /// <summary>
    /// Returns the names by value. If values would have the same name, the value in Stripe's style, in lowercase with underscores, keeps
    /// it; the others are spelled out. The order of the values has no meaning.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Get(IEnumerable<string> values, string typeName)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var reserved = new HashSet<string>(StringComparer.Ordinal);
        foreach (string value in values.Distinct().OrderByDescending(IsUsual).ThenBy(value => value, StringComparer.Ordinal))
        {
            string name = Identifiers.EnumMember(value, typeName);
            if (!reserved.Add(name))
            {
                name = Identifiers.SpelledOutEnumMember(value, typeName);
                while (!reserved.Add(name))
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

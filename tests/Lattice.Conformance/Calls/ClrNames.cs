using System.Collections.Concurrent;
using System.Reflection;

namespace Lattice.Conformance.Calls;

/// <summary>Finds the C# member for a name in the specification, comparing only letters and digits and ignoring case.</summary>
internal static class ClrNames
{
    // The generator adds this word to a reserved name.
    private const string ReservedNameAffix = "value";

    // The checks ask for the same names many times, and reflection is slow.
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_properties = new();
    private static readonly ConcurrentDictionary<(Type Type, string WireName, string? ClrName), PropertyInfo?> s_found = new();
    private static readonly ConcurrentDictionary<string, string> s_normalized = new(StringComparer.Ordinal);

    /// <summary>Returns the property for a name, or <see langword="null"/>.</summary>
    /// <param name="clrName">The C# name that the specification sets with <c>x-lattice-name</c>, if any.</param>
    public static PropertyInfo? FindProperty(Type type, string wireName, string? clrName = null) =>
        s_found.GetOrAdd((type, wireName, clrName), static key =>
        {
            PropertyInfo[] properties = GetProperties(key.Type);
            return key.ClrName is not null
                ? properties.FirstOrDefault(property => property.Name == key.ClrName)
                : properties.FirstOrDefault(property => Normalize(property.Name) == Normalize(key.WireName))
                    ?? properties.FirstOrDefault(property => Matches(property.Name, key.WireName));
        });

    /// <summary>Returns the properties of a request or response type.</summary>
    public static PropertyInfo[] GetProperties(Type type) =>
        s_properties.GetOrAdd(type, static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance));

    public static bool Matches(string clrName, string wireName)
    {
        string name = Normalize(clrName);
        string wire = Normalize(wireName);
        return name == wire || name == wire + ReservedNameAffix || name == ReservedNameAffix + wire;
    }

    private static string Normalize(string name) =>
        s_normalized.GetOrAdd(name, static name => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant());
}

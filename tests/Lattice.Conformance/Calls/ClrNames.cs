using System.Reflection;

namespace Lattice.Conformance.Calls;

/// <summary>Finds the C# member for a name of the specification by letters and digits alone, in any case.</summary>
internal static class ClrNames
{
    // A name that C# or the runtime has a use for already gets this beside it.
    private const string Addition = "value";

    /// <summary>The property for a name; <see langword="null"/> if there is none.</summary>
    /// <param name="prescribed">Its name in C#, if the specification prescribes one.</param>
    public static PropertyInfo? FindProperty(Type type, string wireName, string? prescribed = null)
    {
        PropertyInfo[] properties = GetProperties(type);
        return prescribed is not null
            ? properties.FirstOrDefault(property => property.Name == prescribed)
            : properties.FirstOrDefault(property => Normalize(property.Name) == Normalize(wireName))
                ?? properties.FirstOrDefault(property => Matches(property.Name, wireName));
    }

    /// <summary>The properties of an object that a response or a request has.</summary>
    public static PropertyInfo[] GetProperties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    public static bool Matches(string clrName, string wireName)
    {
        string name = Normalize(clrName);
        string wire = Normalize(wireName);
        return name == wire || name == wire + Addition || name == Addition + wire;
    }

    private static string Normalize(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}

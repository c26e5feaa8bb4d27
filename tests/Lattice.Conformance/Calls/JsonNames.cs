using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Lattice.Conformance.Calls;

/// <summary>Finds the C# properties of a type by the names in JSON that they declare.</summary>
internal static class JsonNames
{
    // The checks ask for the same names many times, and reflection is slow.
    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> s_properties = new();

    /// <summary>Returns the property for a name, or <see langword="null"/>.</summary>
    public static PropertyInfo? FindProperty(Type type, string name) => GetProperties(type).GetValueOrDefault(name);

    /// <summary>Returns the properties of a request or response type by their names.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> GetProperties(Type type) => s_properties.GetOrAdd(
        type,
        static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? $"{property.Name} (no name)"));
}

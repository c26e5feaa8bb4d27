using System.Reflection;
using System.Text.Json.Serialization;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>A property of a resource in C#, and its value.</summary>
internal sealed record Member(string Name, object? Value);

/// <summary>The C# properties of an object, by their names in JSON.</summary>
internal sealed class Members(StripeObject source)
{
    private readonly Dictionary<string, PropertyInfo> _unused = source.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => (Name: property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name, Property: property))
        .Where(found => found.Name is not null)
        .ToDictionary(found => found.Name!, found => found.Property, StringComparer.Ordinal);

    /// <summary>The value of a property; null if the type has none.</summary>
    public object? Find(string name) => _unused.TryGetValue(name, out PropertyInfo? found) ? found.GetValue(source) : null;

    /// <summary>Whether the type has a property.</summary>
    public bool Has(string name) => _unused.ContainsKey(name);

    /// <summary>Removes and returns the member for a property of the schema; null if the type has none.</summary>
    public Member? Take(Property property) =>
        _unused.Remove(property.Name, out PropertyInfo? found) ? new Member(found.Name, found.GetValue(source)) : null;

    /// <summary>The name of a remaining member whose value would be lost; null if absent.</summary>
    public string? FindUnusedButSet()
        => _unused.Values.FirstOrDefault(property => IsSet(property.GetValue(source)))?.Name;

    private static bool IsSet(object? value) => value switch
    {
        null or "" => false,
        System.Collections.ICollection { Count: 0 } => false,
        ValueType => !value.Equals(Activator.CreateInstance(value.GetType())),
        _ => true,
    };
}

using System.Reflection;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>A property of a resource in C#, and its value.</summary>
internal sealed record Member(string Name, object? Value);

/// <summary>The C# properties of an object, found by their names in JSON.</summary>
internal sealed class Members(StripeObject source)
{
    private readonly Dictionary<string, PropertyInfo> _unused = PropertiesOf(source.GetType())
        .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<PropertyInfo> PropertiesOf(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0);

    /// <summary>
    /// The possible names of a property in C#: the one that the slice specifies; otherwise, the letters and digits of the JSON name.
    /// If that is reserved or begins with a digit, the generator adds "Value" after or before it.
    /// </summary>
    public static IEnumerable<string> NamesOf(Property property)
    {
        string plain = string.Concat(property.Name.Where(char.IsAsciiLetterOrDigit));
        return property.ClrName is { } name ? [name] : [plain, plain + "Value", "Value" + plain];
    }

    /// <summary>Removes and returns the member for a property of the schema; null if the type has none.</summary>
    public Member? Take(Property property)
    {
        foreach (string name in NamesOf(property))
        {
            if (_unused.Remove(name, out PropertyInfo? found))
            {
                return new Member(found.Name, found.GetValue(source));
            }
        }

        return null;
    }

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

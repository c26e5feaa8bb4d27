using System.Reflection;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>A property of a resource in C#, and its value.</summary>
internal sealed record Member(string Name, object? Value);

/// <summary>The properties of an object by the names that they have in JSON.</summary>
internal sealed class Members(StripeObject source)
{
    private readonly Dictionary<string, PropertyInfo> _unused = PropertiesOf(source.GetType())
        .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<PropertyInfo> PropertiesOf(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0);

    /// <summary>
    /// The property's name in C#: the one that the slice prescribes, else the JSON name without what is no letter or
    /// digit. Where that is taken or begins with a digit, the generator puts "Value" behind or before it.
    /// </summary>
    public static IEnumerable<string> NamesOf(Property property)
    {
        string plain = string.Concat(property.Name.Where(char.IsAsciiLetterOrDigit));
        return property.ClrName is { } name ? [name] : [plain, plain + "Value", "Value" + plain];
    }

    /// <summary>The member for a property of the schema; null where the type has none.</summary>
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

    /// <summary>The name of a member that was not taken and has a value that would be lost.</summary>
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

using System.Collections.Concurrent;
using System.Reflection;

namespace Lattice.Conformance.Calls;

/// <summary>Reads and creates values of the open enums that the generator emits.</summary>
internal static class OpenEnums
{
    private static readonly ConcurrentDictionary<Type, bool> s_openEnums = new();
    private static readonly ConcurrentDictionary<Type, HashSet<string>> s_values = new();

    public static bool IsOpenEnum(Type type) => type.IsValueType
        && s_openEnums.GetOrAdd(type, static type => type.GetInterfaces().Any(contract => contract.Name == "IStripeEnum`1"));

    /// <summary>Returns the text of an open enum value.</summary>
    public static string GetText(object value) => (string)value.GetType().GetProperty("Value")!.GetValue(value)!;

    public static object FromText(Type type, string text) => Activator.CreateInstance(type, text)!;

    /// <summary>Returns the values in the specification for which the type has no member.</summary>
    public static IEnumerable<string> FindUnknown(Type type, IEnumerable<string> values)
    {
        HashSet<string> known = s_values.GetOrAdd(type, static type => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == type)
            .Select(property => GetText(property.GetValue(null)!))]);
        return values.Where(value => !known.Contains(value));
    }
}

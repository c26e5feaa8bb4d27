using System.Reflection;

namespace Lattice.Conformance.Calls;

/// <summary>The open enums that are emitted for strings with known values.</summary>
internal static class KnownValues
{
    public static bool IsEnum(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(contract => contract.Name == "IStripeEnum`1");

    /// <summary>The text of an open enum.</summary>
    public static string GetText(object value) => (string)value.GetType().GetProperty("Value")!.GetValue(value)!;

    public static object FromText(Type type, string text) => Activator.CreateInstance(type, text)!;

    /// <summary>The values of the specification that the type has no member for.</summary>
    public static IEnumerable<string> FindUnknown(Type type, IEnumerable<string> values)
    {
        HashSet<string> known = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == type)
            .Select(property => GetText(property.GetValue(null)!))];
        return values.Where(value => !known.Contains(value));
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using Lattice.Stripe;

namespace Lattice.Conformance.Calls;

/// <summary>Reads and creates values of the open enums that the generator emits.</summary>
internal static class OpenEnums
{
    private static readonly ConcurrentDictionary<Type, HashSet<string>> s_values = new();

    public static bool IsOpenEnum(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(StripeEnum<>);

    /// <summary>Returns the text of an open enum value.</summary>
    public static string GetText(object value) => value.ToString()!;

    public static object FromText(Type type, string text) => Activator.CreateInstance(type, text)!;

    /// <summary>Returns the values in the specification for which the enum has no constant.</summary>
    public static IEnumerable<string> FindUnknown(Type type, IEnumerable<string> values)
    {
        HashSet<string> known = s_values.GetOrAdd(
            type.GetGenericArguments()[0],
            static values => [.. values.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.IsLiteral)
                .Select(field => (string)field.GetRawConstantValue()!)]);
        return values.Where(value => !known.Contains(value));
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using Lattice.Stripe;

namespace Lattice.Conformance.Encoding;

/// <summary>Inspects emitted parameter types.</summary>
internal static class ParameterTypes
{
    private static readonly ConcurrentDictionary<Type, MethodInfo[]> s_conversions = new();

    public static IEnumerable<MethodInfo> FindConversions(Type type) =>
        s_conversions.GetOrAdd(type, static type => [.. type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == "op_Implicit" && method.ReturnType == type)]);

    public static bool IsParams(Type type) => typeof(StripeParams).IsAssignableFrom(type);

    public static bool IsGeneric(Type type, string name) => type.IsGenericType && type.Name == name;

    public static string Describe(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Describe))}>"
        : type.Name;
}

/// <summary>Thrown for a value that the emitted type does not accept.</summary>
internal sealed class ConversionException(string message) : Exception(message);

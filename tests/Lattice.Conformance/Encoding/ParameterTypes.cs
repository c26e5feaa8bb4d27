using System.Reflection;
using Lattice.Stripe;

namespace Lattice.Conformance.Encoding;

/// <summary>Looks at the types of emitted parameters.</summary>
internal static class ParameterTypes
{
    public static IEnumerable<MethodInfo> FindConversions(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name == "op_Implicit" && method.ReturnType == type);

    public static bool IsParams(Type type) => typeof(StripeParams).IsAssignableFrom(type);

    public static bool IsGeneric(Type type, string name) => type.IsGenericType && type.Name == name;

    public static string Describe(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Describe))}>"
        : type.Name;
}

/// <summary>A value that the emitted type does not take.</summary>
internal sealed class ConversionException(string message) : Exception(message);

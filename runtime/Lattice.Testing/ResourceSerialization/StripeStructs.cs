using System.Collections.Concurrent;
using System.Reflection;
using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>Reads the generic structs of the runtime.</summary>
internal static class StripeStructs
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> s_enumValues = [];

    /// <summary>The text of an open enum; null if the value is not one.</summary>
    public static string? EnumText(object value)
        => (string?)s_enumValues.GetOrAdd(value.GetType(), FindEnumValue)?.GetValue(value);

    /// <summary>The two parts of an <see cref="Expandable{T}"/>; null if the value is not one.</summary>
    public static (string? Id, StripeObject? Value)? Reference(object value)
    {
        Type type = value.GetType();
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Expandable<>))
        {
            return null;
        }

        return (
            (string?)type.GetProperty(nameof(Expandable<StripeEmpty>.Id))!.GetValue(value),
            (StripeObject?)type.GetProperty(nameof(Expandable<StripeEmpty>.Value))!.GetValue(value));
    }

    private static PropertyInfo? FindEnumValue(Type type)
        => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IStripeEnum<>))
            ? type.GetProperty("Value")
            : null;
}

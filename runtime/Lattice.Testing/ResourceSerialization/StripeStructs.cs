namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>Reads the generic structs of the runtime.</summary>
internal static class StripeStructs
{
    /// <summary>The text of an open enum; null if the value is not one.</summary>
    public static string? EnumText(object value) =>
        value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(StripeEnum<>)
            ? value.ToString()
            : null;

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
}

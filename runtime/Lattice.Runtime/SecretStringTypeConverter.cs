using System.ComponentModel;
using System.Globalization;

namespace Lattice.Stripe;

/// <summary>
/// Converts to <c>[redacted]</c> for serializers that use type converters, such as Newtonsoft.Json, and from a string for
/// configuration binders.
/// </summary>
internal sealed class SecretStringTypeConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) => destinationType == typeof(string);

    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => value switch
    {
        SecretString.Redacted => throw new NotSupportedException(
            "\"[redacted]\" replaces a secret that was not written; it cannot be read back."),
        string text => new SecretString(text),
        _ => throw new NotSupportedException("A SecretString is created from a string."),
    };

    public override object ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        destinationType == typeof(string)
            ? SecretString.Redacted
            : throw new NotSupportedException("A SecretString converts only to \"[redacted]\".");
}

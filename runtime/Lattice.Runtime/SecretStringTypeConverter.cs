using System.ComponentModel;
using System.Globalization;

namespace Lattice.Stripe;

/// <summary>
/// Serializers that ask the type for a text (Newtonsoft.Json among them) get <c>[redacted]</c>; configuration binders
/// may make a secret from a text.
/// </summary>
internal sealed class SecretStringTypeConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) => destinationType == typeof(string);

    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => value switch
    {
        SecretString.Redacted => throw new NotSupportedException("\"[redacted]\" stands for a secret that was left out; it cannot be read back."),
        string text => new SecretString(text),
        _ => throw new NotSupportedException("A SecretString is made from a string."),
    };

    public override object ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        destinationType == typeof(string)
            ? SecretString.Redacted
            : throw new NotSupportedException("A SecretString converts to nothing but \"[redacted]\".");
}

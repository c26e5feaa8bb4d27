using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Lattice.Stripe;

/// <summary>Converts strings to open enums and back, for configuration, model binding, and serializers that use type converters.</summary>
/// <param name="type">The type of the enum.</param>
internal sealed class StripeEnumTypeConverter(Type type) : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A struct without a parameterless constructor has none to keep.")]
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => value is string text
        ? ((IStripeEnum)RuntimeHelpers.GetUninitializedObject(type)).Create(text)
        : base.ConvertFrom(context, culture, value);
}

/// <summary>Any open enum.</summary>
internal interface IStripeEnum
{
    object Create(string value);
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Converts the generic structs of the runtime for System.Text.Json.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GenericStructJsonConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(IGenericStruct).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A struct without a parameterless constructor has none to keep.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>

        // The struct itself creates its converter, because an app that is compiled ahead of time cannot make a generic type from a Type.
        ((IGenericStruct)RuntimeHelpers.GetUninitializedObject(typeToConvert)).CreateJsonConverter();
}

/// <summary>A generic struct that has a converter for each of its types.</summary>
internal interface IGenericStruct
{
    JsonConverter CreateJsonConverter();
}

using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>The valid values of a keyword.</summary>
/// <param name="Of">The object that the value, each item, or each member is; <see langword="null"/> for other forms.</param>
/// <param name="IsUnsupported">Whether the keyword is valid but has no effect, which is reported.</param>
internal sealed record KeywordRule(ValueForm Form, OpenApiObject? Of = null, bool IsUnsupported = false)
{
    /// <summary>What the value must be; <see langword="null"/> if the value is valid. The contents of the value are not checked.</summary>
    public string? GetExpectation(JsonValue value) => Form switch
    {
        ValueForm.String => value.Kind == JsonKind.String ? null : "a string",
        ValueForm.Boolean => value.Boolean is not null ? null : "true or false",
        ValueForm.Count => value.Int32 is not null ? null : "a nonnegative integer written in digits",
        ValueForm.Number => value.Kind == JsonKind.Number ? null : "a number",
        ValueForm.NumberOrBoolean => value.Kind == JsonKind.Number || value.Boolean is not null ? null : "a number, true, or false",
        ValueForm.Array or ValueForm.Values or ValueForm.StringArray or ValueForm.StringArrays or ValueForm.ObjectArray =>
            value.Kind == JsonKind.Array ? null : "an array",
        ValueForm.OperationKind => value.String is { } kind && OpenApiKeywords.OperationKinds.Contains(kind)
            ? null
            : "one of " + string.Join(", ", OpenApiKeywords.OperationKinds.Select(kind => $"\"{kind}\"")),
        ValueForm.Types => value.Kind is JsonKind.String or JsonKind.Array ? null : "a string",
        ValueForm.Object => value.Kind == JsonKind.Object ? null : Of!.Name,
        ValueForm.ObjectOrBoolean => value.Kind == JsonKind.Object || value.Boolean is not null ? null : $"{Of!.Name}, true, or false",
        ValueForm.Map or ValueForm.ObjectMap or ValueForm.StringMap => value.Kind == JsonKind.Object ? null : "an object",
        _ => null,
    };
}

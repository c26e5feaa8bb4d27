using Lattice.Spec.Model;

namespace Lattice.Generator.Emitting;

/// <summary>Emits the method that writes parameters as a form or as JSON, with one statement for each.</summary>
internal static class WriteEmitter
{
    public static void Emit(SourceWriter writer, ParamsType type)
    {
        bool isJson = type.Format == BodyFormat.Json;
        string parameter = "ref " + (isJson ? $"{CSharp.Json}.JsonBodyWriter json" : $"{CSharp.Form}.FormWriter form");
        writer.Write("/// <inheritdoc/>");
        using (writer.Block($"protected override void Write({parameter})"))
        {
            foreach (Property property in type.Properties.Where(property => property.Type.Kind != ValueKind.File))
            {
                writer.Write(isJson ? GetJsonStatement(property) : GetFormStatement(property));
            }
        }
    }

    private static string GetFormStatement(Property property)
    {
        string arguments = $"({CSharp.Utf8Literal(FormName.Encode(property.WireName))}, {property.Name}";
        return property.Type switch
        {
            { NeedsClearable: true } type => $"form.WriteClearable{GetSuffix(type)}{arguments});",
            { Kind: ValueKind.List, Element: { } element } when ValueWriterEmitter.HasListOf(element, BodyFormat.Form) =>
                $"form.Write{GetSuffix(element)}s{arguments}{GetClearingArgument(property)});",
            { Kind: ValueKind.List, Element: { } element } =>
                $"form.WriteList{arguments},\n    " +
                $"{ValueWriterEmitter.ForElement(element, BodyFormat.Form)}{GetClearingArgument(property)});",
            { Kind: ValueKind.Map, Element: { Kind: ValueKind.String or ValueKind.Json or ValueKind.Object } element } =>
                $"form.Write{GetSuffix(element)}Map{arguments});",
            { Kind: ValueKind.Map, Element: { } element } =>
                $"form.WriteMap{arguments},\n    {ValueWriterEmitter.ForEntry(element, BodyFormat.Form)});",
            var type => $"form.Write{GetSuffix(type)}{arguments});",
        };
    }

    private static string GetJsonStatement(Property property)
    {
        string arguments = $"({CSharp.Utf8Literal(property.WireName)}, {property.Name}";
        return property.Type switch
        {
            { Kind: ValueKind.List, Element: { } element } when ValueWriterEmitter.HasListOf(element, BodyFormat.Json) =>
                $"json.Write{GetSuffix(element)}s{arguments});",
            { Kind: ValueKind.List, Element: { } element } =>
                $"json.WriteList{arguments},\n    {ValueWriterEmitter.ForElement(element, BodyFormat.Json)});",
            { Kind: ValueKind.Map, Element: { Kind: ValueKind.String or ValueKind.Json } element } =>
                $"json.Write{GetSuffix(element)}Map{arguments});",
            { Kind: ValueKind.Map, Element: { } element } =>
                $"json.WriteMap{arguments},\n    {ValueWriterEmitter.ForEntry(element, BodyFormat.Json)});",
            { Kind: ValueKind.Int64String or ValueKind.DecimalString } type => $"json.Write{GetSuffix(type)}Text{arguments});",
            var type => $"json.Write{GetSuffix(type)}{arguments});",
        };
    }

    /// <summary>
    /// The end of the name of the writer's method. Each type has a method of its own: the compiler would need a second to choose between
    /// overloads for a thousand parameters.
    /// </summary>
    private static string GetSuffix(TypeRef type) => type.Kind switch
    {
        ValueKind.String => "String",
        ValueKind.Secret => "Secret",
        ValueKind.Integer or ValueKind.Int64String => "Int64",
        ValueKind.Number or ValueKind.DecimalString => "Decimal",
        ValueKind.Boolean => "Boolean",
        ValueKind.UnixTime => "UnixTime",
        ValueKind.DateTime => "DateTime",
        ValueKind.Json => "Json",
        ValueKind.Enum => "Enum",
        ValueKind.Object => "Object",
        ValueKind.Union => "Union",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "The writers have no method for values of this kind."),
    };

    private static string GetClearingArgument(Property property) => property.Type.ClearsWhenEmpty ? ", clearsWhenEmpty: true" : "";
}

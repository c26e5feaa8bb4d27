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
                string statement = isJson ? GetJsonStatement(property) : GetFormStatement(property);
                if (property.Obsolete is null)
                {
                    writer.Write(statement);
                }
                else
                {
                    writer.WriteAtMargin("#pragma warning disable CS0618 // The code that sets the property gets the warning.");
                    writer.Write(statement);
                    writer.WriteAtMargin("#pragma warning restore CS0618");
                }
            }
        }
    }

    private static string GetFormStatement(Property property)
    {
        string arguments = $"({CSharp.Utf8Literal(FormName.Encode(property.WireName))}, {property.Name}";
        return property.Type switch
        {
            { NeedsClearable: true, Kind: ValueKind.Object } => $"form.WriteClearableObject{arguments});",
            { NeedsClearable: true, Kind: ValueKind.Enum } => $"form.WriteClearableEnum{arguments});",
            { NeedsClearable: true } => $"form.WriteClearable{arguments});",
            { Kind: ValueKind.Secret } => $"form.Write{arguments}{RevealedOrNull(property)});",
            { Kind: ValueKind.Enum } => $"form.Write{arguments}?.Value);",
            { Kind: ValueKind.List, Element.Kind: ValueKind.Enum } => $"form.WriteEnums{arguments}{GetClearingArgument(property)});",
            { Kind: ValueKind.List, Element: { } element } when ValueWriterEmitter.HasListOf(element, BodyFormat.Form) =>
                $"form.Write{arguments}{GetClearingArgument(property)});",
            { Kind: ValueKind.List, Element: { } element } =>
                $"form.WriteList{arguments},\n    " +
                $"{ValueWriterEmitter.ForElement(element, BodyFormat.Form)}{GetClearingArgument(property)});",
            { Kind: ValueKind.Map, Element.Kind: ValueKind.Object } => $"form.WriteMap{arguments});",
            { Kind: ValueKind.Map, Element: { Kind: not (ValueKind.String or ValueKind.Json) } element } =>
                $"form.WriteMap{arguments},\n    {ValueWriterEmitter.ForEntry(element, BodyFormat.Form)});",
            _ => $"form.Write{arguments});",
        };
    }

    private static string GetJsonStatement(Property property)
    {
        string arguments = $"({CSharp.Utf8Literal(property.WireName)}, {property.Name}";
        return property.Type switch
        {
            { Kind: ValueKind.Secret } => $"json.Write{arguments}{RevealedOrNull(property)});",
            { Kind: ValueKind.Enum } => $"json.Write{arguments}?.Value);",
            { Kind: ValueKind.List, Element.Kind: ValueKind.Enum } => $"json.WriteEnums{arguments});",
            { Kind: ValueKind.List, Element: { } element } when !ValueWriterEmitter.HasListOf(element, BodyFormat.Json) =>
                $"json.WriteList{arguments},\n    {ValueWriterEmitter.ForElement(element, BodyFormat.Json)});",
            { Kind: ValueKind.Map, Element: { Kind: not (ValueKind.String or ValueKind.Json) } element } =>
                $"json.WriteMap{arguments},\n    {ValueWriterEmitter.ForEntry(element, BodyFormat.Json)});",
            { Kind: ValueKind.Int64String or ValueKind.DecimalString } => $"json.WriteText{arguments});",
            { Kind: ValueKind.DateTime } => $"json.WriteDateTime{arguments});",
            _ => $"json.Write{arguments});",
        };
    }

    private static string RevealedOrNull(Property property) => $" is {{ HasValue: true }} ? {property.Name}.Value.Reveal() : null";

    private static string GetClearingArgument(Property property) => property.Type.ClearsWhenEmpty ? ", clearsWhenEmpty: true" : "";
}

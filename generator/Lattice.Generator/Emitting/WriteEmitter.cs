using Lattice.Spec.Model;

namespace Lattice.Generator.Emitting;

/// <summary>Emits the method that writes parameters, one statement each, as a form or as JSON.</summary>
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
                    writer.WriteAtMargin("#pragma warning disable CS0618 // Whoever sets it has been warned; what is set is sent.");
                    writer.Write(statement);
                    writer.WriteAtMargin("#pragma warning restore CS0618");
                }
            }
        }
    }

    private static string GetFormStatement(Property property)
    {
        string arguments = $"({CSharp.Utf8Literal(GetFormName(property.WireName))}, {property.Name}";
        return property.Type switch
        {
            { NeedsClearable: true, Kind: ValueKind.Object } => $"form.WriteClearableObject{arguments});",
            { NeedsClearable: true, Kind: ValueKind.Enum } => $"form.WriteClearableEnum{arguments});",
            { NeedsClearable: true } => $"form.WriteClearable{arguments});",
            { Kind: ValueKind.Secret } => $"form.Write{arguments} is {{ HasValue: true }} ? {property.Name}.Value.Reveal() : null);",
            { Kind: ValueKind.Enum } => $"form.Write{arguments}?.Value);",
            { Kind: ValueKind.List, Element.Kind: ValueKind.Enum } => $"form.WriteEnums{arguments}{GetClearing(property)});",
            { Kind: ValueKind.List, Element: { } element } when ValueWriterEmitter.HasListOf(element, BodyFormat.Form) =>
                $"form.Write{arguments}{GetClearing(property)});",
            { Kind: ValueKind.List, Element: { } element } =>
                $"form.WriteList{arguments},\n    {ValueWriterEmitter.ForElement(element, BodyFormat.Form)}{GetClearing(property)});",
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
            { Kind: ValueKind.Secret } => $"json.Write{arguments} is {{ HasValue: true }} ? {property.Name}.Value.Reveal() : null);",
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

    private static string GetClearing(Property property) => property.Type.ClearsWhenEmpty ? ", clearsWhenEmpty: true" : "";

    /// <summary>The name as it stands in a form; Stripe's names need no encoding, but a slice may hold any.</summary>
    private static string GetFormName(string wireName) =>
        Uri.EscapeDataString(wireName).Replace("%2A", "*").Replace("~", "%7E").Replace("%20", "+");
}

using Lattice.Generator.Model;

namespace Lattice.Generator.Emitting;

/// <summary>Emits the parameters of an operation, or an object within them, with the method that writes them as a form.</summary>
internal static class ParamsEmitter
{
    public static void Emit(SourceWriter writer, ParamsType type)
    {
        DocComment.Summary(writer, type.Description, type.Method is null
            ? "A part of the parameters of a request."
            : $"The parameters of <see cref=\"{type.Method}\"/>.");
        TypeEmitter.WriteGeneratedCode(writer);
        using (writer.Block($"public sealed class {type.Type.Name} : {CSharp.Runtime}.Serialization.FormParams"))
        {
            foreach (Property property in type.Properties)
            {
                EmitProperty(writer, property);
            }

            EmitWrite(writer, type);
        }
    }

    private static void EmitProperty(SourceWriter writer, Property property)
    {
        DocComment.Summary(writer, property.Description, $"<c>{DocMarkup.Escape(property.WireName)}</c>");
        TypeEmitter.WriteRemarks(writer, property, isParameter: true);
        if (property.Obsolete is { } reason)
        {
            writer.Write($"[global::System.Obsolete({CSharp.Literal(reason)})]");
        }

        // Null is a value in a map: it deletes the key.
        string type = property.Type is { Kind: ValueKind.Map, Element.Kind: ValueKind.String }
            ? "global::System.Collections.Generic.IReadOnlyDictionary<string, string?>"
            : CSharp.TypeOf(property.Type);
        writer.Write($"public {type}? {property.Name} {{ get; init; }}").Write();
    }

    private static void EmitWrite(SourceWriter writer, ParamsType type)
    {
        writer.Write("/// <inheritdoc/>");
        using (writer.Block($"protected override void Write(ref {CSharp.Runtime}.Serialization.FormWriter form)"))
        {
            foreach (Property property in type.Properties)
            {
                string statement = WriteStatement(property);
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

    private static string WriteStatement(Property property)
    {
        string name = CSharp.Utf8Literal(FormName(property.WireName));
        return property.Type switch
        {
            { Kind: ValueKind.Enum } => $"form.Write({name}, {property.Name}?.Value);",
            { Kind: ValueKind.List, Element.Kind: ValueKind.Enum } => $"form.WriteEnums({name}, {property.Name});",
            _ => $"form.Write({name}, {property.Name});",
        };
    }

    /// <summary>The name as it stands in a form; Stripe's names need no encoding, but a slice may hold any.</summary>
    private static string FormName(string wireName) => Uri.EscapeDataString(wireName).Replace("%2A", "*").Replace("~", "%7E").Replace("%20", "+");
}

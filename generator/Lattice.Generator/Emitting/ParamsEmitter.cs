using System.Globalization;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits the parameters of an operation, or an object within them, with the method that writes them.</summary>
internal static class ParamsEmitter
{
    public static void Emit(SourceWriter writer, ParamsType type)
    {
        DocComment.WriteSummary(writer, type.Description, type.Method is null
            ? "An object within the parameters of a request."
            : $"The parameters of <see cref=\"{type.Method}\"/>.");
        TypeEmitter.WriteGeneratedCode(writer);
        SchemaAttribute.Write(writer, type);
        using (writer.Block($"{type.Spec.Visibility} sealed partial class {type.Type.Name} : {GetBase(type)}"))
        {
            foreach (Property property in type.Properties)
            {
                EmitProperty(writer, property);
            }

            if (IsMultipart(type))
            {
                EmitFiles(writer, type);
            }

            WriteEmitter.Emit(writer, type);
        }
    }

    private static string GetBase(ParamsType type) =>
        type.Format == BodyFormat.Json ? CSharp.Json + ".JsonParams"
        : IsMultipart(type) ? CSharp.Multipart + ".MultipartParams"
        : CSharp.Form + ".FormParams";

    private static bool IsMultipart(ParamsType type) => type.Format == BodyFormat.Multipart && type.Method is not null;

    private static void EmitProperty(SourceWriter writer, Property property)
    {
        DocComment.WriteSummary(writer, property.Description, $"<c>{DocMarkup.Escape(property.WireName)}</c>");
        WriteRemarks(writer, property);
        TypeEmitter.WriteObsolete(writer, property.Obsolete);
        ObjectEmitter.WriteJsonName(writer, property.WireName);
        writer.Write($"public {CSharpTypes.OfParameter(property.Type)} {property.Name} {{ get; set; }}").Write();
    }

    /// <summary>Writes what the specification states about a parameter in addition to its description.</summary>
    private static void WriteRemarks(SourceWriter writer, Property property)
    {
        List<string> remarks = [];
        if (property.IsRequired)
        {
            remarks.Add("Required by Stripe.");
        }

        if (property.MaxLength is { } length && property.Type.Kind != ValueKind.List)
        {
            remarks.Add($"At most {length.ToString("#,0", CultureInfo.InvariantCulture)} characters.");
        }

        if (property.Type.ClearsWhenEmpty)
        {
            remarks.Add("An empty list clears the stored value.");
        }

        if (property.Type is { Kind: ValueKind.Map, Element.Kind: ValueKind.Json })
        {
            remarks.Add("Accepts any JSON values: strings, numbers, Booleans, objects, and arrays.");
        }

        if (remarks.Count > 0)
        {
            DocComment.Write(writer, "remarks", [string.Join(" ", remarks)]);
        }
    }

    private static void EmitFiles(SourceWriter writer, ParamsType type)
    {
        IEnumerable<string> files = type.Properties.Where(property => property.Type.Kind == ValueKind.File)
            .Select(property => $"new({CSharp.Literal(property.WireName)}, {property.Name})");
        const string Generic = "global::System.Collections.Generic";
        string entry = $"{Generic}.KeyValuePair<string, {CSharp.Runtime}.StripeFileUpload?>";
        writer.Write($"""
            /// <inheritdoc/>
            protected override {Generic}.IReadOnlyList<{entry}> GetFiles() =>
                [{string.Join(", ", files)}];

            """);
    }
}

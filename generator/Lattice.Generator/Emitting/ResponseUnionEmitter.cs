using Lattice.Spec.Model;

namespace Lattice.Generator.Emitting;

/// <summary>Emits an object of a response that is one of several types: a class with a property for each, one of which is set.</summary>
internal static class ResponseUnionEmitter
{
    public static void Emit(SourceWriter writer, ResponseUnionType type)
    {
        string name = type.Type.Name;
        DocComment.WriteSummary(writer, type.Description, "An object of one of several types.");
        DocComment.Write(
            writer,
            "remarks",
            ["One property is set. If the type of the object is unknown, none is, and the extra fields hold the fields of the object."]);
        TypeEmitter.WriteGeneratedCode(writer);
        writer.Write(
            $"[global::System.Text.Json.Serialization.JsonConverter(typeof({CSharp.Json}.StripeUnionJsonConverter))]");
        using (writer.Block(writer.Join(
            $"{type.Spec.Visibility} sealed partial class {name} :",
            $"{CSharp.Runtime}.StripeUnion, {CSharp.Runtime}.IJsonReadable<{name}>")))
        {
            ObjectEmitter.EmitConstructors(writer, name, initial: []);
            foreach (Operation operation in type.Operations)
            {
                OperationEmitter.EmitDescriptor(writer, type, operation);
            }

            foreach (ResponseUnionCase unionCase in type.Cases)
            {
                string article = unionCase.IsDeleted ? "a deleted" : "a";
                DocComment.Write(writer, "summary", [$"The object, if it is {article} <c>{DocMarkup.Escape(unionCase.Object)}</c>."]);
                writer.Write($"public {unionCase.Type.Qualified}? {unionCase.Name} {{ get; init; }}").Write();
            }

            EmitGetCase(writer, type);
            foreach (Operation operation in type.Operations)
            {
                OperationEmitter.EmitMethods(writer, type, operation);
                writer.Write();
            }

            EmitRead(writer, type);
        }
    }

    private static void EmitGetCase(SourceWriter writer, ResponseUnionType type)
    {
        string cases = string.Join(" ?? ", type.Cases.Select((unionCase, index) =>
            index == 0 ? unionCase.Name : $"({CSharp.Runtime}.StripeObject?){unionCase.Name}"));
        writer.Write("/// <inheritdoc/>");
        writer.Write($"public override {CSharp.Runtime}.StripeObject? GetCase() => {(cases.Length == 0 ? "null" : cases)};").Write();
    }

    private static void EmitRead(SourceWriter writer, ResponseUnionType type)
    {
        string name = type.Type.Name;
        bool checksDeleted = type.Cases.Any(unionCase => unionCase.IsDeleted);
        string key = checksDeleted ? "(json.PeekString(\"object\"u8), json.PeekTrue(\"deleted\"u8))" : "json.PeekString(\"object\"u8)";
        writer.Write(writer.Join(
            $"static {name}", $"{CSharp.Runtime}.IJsonReadable<{name}>.Read(ref {CSharp.Json}.StripeJsonReader json) =>"));
        using (writer.Indent())
        using (writer.Block($"{key} switch", end: ";"))
        {
            foreach (ResponseUnionCase unionCase in type.Cases)
            {
                string literal = CSharp.Literal(unionCase.Object);
                string pattern = checksDeleted ? $"({literal}, {(unionCase.IsDeleted ? "true" : "false")})" : literal;
                string read = $"{CSharp.Json}.StripeJsonReader.Read<{unionCase.Type.Qualified}>(ref json)";
                writer.Write($"{pattern} => new() {{ {unionCase.Name} = {read} }},");
            }

            writer.Write("_ => ReadUnknown(ref json),");
        }

        writer.Write();
        using (writer.Block($"private static {name} ReadUnknown(ref {CSharp.Json}.StripeJsonReader json)"))
        {
            string unrecognizable = type.IsResource ? "json.MarkUnrecognizable();\n\n" : "";
            writer.Write($$"""
                json.ReadExtraFields();
                {{unrecognizable}}return new {{name}}(ref json);
                """);
        }
    }
}

using Lattice.Generator.Model;
using Lattice.Generator.Reading;

namespace Lattice.Generator.Emitting;

/// <summary>Emits the method that reads an object from JSON, field by field.</summary>
internal static class ReaderEmitter
{
    private const string Reader = CSharp.Runtime + ".Serialization.StripeJsonReader";

    public static void Emit(SourceWriter writer, ObjectType type)
    {
        using (writer.Block($"internal static {type.Type.Name} Read(ref {Reader} json)"))
        {
            foreach (Property property in type.Properties)
            {
                writer.Write($"{CSharp.TypeOf(property.Type)}? {Local(property)} = null;");
            }

            writer.Write($"{CSharp.Runtime}.Serialization.ObjectFields fields = default;").Write();
            EmitLoop(writer, type);
            EmitMissing(writer, type);
            EmitReturn(writer, type);
        }
    }

    private static void EmitLoop(SourceWriter writer, ObjectType type)
    {
        using (writer.Block("while (json.ReadField())"))
        {
            string keyword = "if";
            foreach (Property property in type.Properties)
            {
                using (writer.Block($"{keyword} (json.IsField({CSharp.Utf8Literal(property.WireName)}))"))
                {
                    writer.Write($"{Local(property)} = {ReadExpression(property.Type)};");
                }

                keyword = "else if";
            }

            if (type.Properties.Count == 0)
            {
                writer.Write("json.ReadExtra(ref fields);");
                return;
            }

            using (writer.Block("else"))
            {
                writer.Write("json.ReadExtra(ref fields);");
            }
        }
    }

    private static void EmitMissing(SourceWriter writer, ObjectType type)
    {
        foreach (Property property in type.Properties.Where(ObjectEmitter.IsAlwaysThere))
        {
            writer.Write();
            using (writer.Block($"if ({Local(property)} is null)"))
            {
                writer.Write($"fields.AddMissing({CSharp.Literal(property.WireName)});");
            }
        }

        writer.Write();
    }

    private static void EmitReturn(SourceWriter writer, ObjectType type)
    {
        if (type.Properties.Count == 0)
        {
            writer.Write($"return new {type.Type.Name}(fields);");
            return;
        }

        bool hasObsolete = type.Properties.Any(property => property.Obsolete is not null);
        if (hasObsolete)
        {
            writer.WriteAtMargin("#pragma warning disable CS0618 // Whoever reads it is warned; it is filled all the same.");
        }

        using (writer.Block($"return new {type.Type.Name}(fields)", end: ";"))
        {
            foreach (Property property in type.Properties)
            {
                writer.Write($"{property.Name} = {Local(property)}{OrEmpty(property)},");
            }
        }

        if (hasObsolete)
        {
            writer.WriteAtMargin("#pragma warning restore CS0618");
        }
    }

    private static string ReadExpression(SchemaType type) => type.Kind switch
    {
        ValueKind.String => "json.ReadString(ref fields)",
        ValueKind.Secret => "json.ReadSecret(ref fields)",
        ValueKind.Integer => "json.ReadInt64(ref fields)",
        ValueKind.Number => "json.ReadDecimal(ref fields)",
        ValueKind.Boolean => "json.ReadBoolean(ref fields)",
        ValueKind.UnixTime => "json.ReadUnixTime(ref fields)",
        ValueKind.Json => "json.ReadJson()",
        ValueKind.Enum => $"json.ReadEnum<{type.Type!.Qualified}>(ref fields)",
        ValueKind.Object => $"json.ReadObject(ref fields, {type.Type!.Qualified}.Read)",
        ValueKind.List when type.Element!.Kind == ValueKind.Object => $"json.ReadObjects(ref fields, {type.Element.Type!.Qualified}.Read)",
        ValueKind.List when type.Element!.Kind == ValueKind.Enum => $"json.ReadEnums<{type.Element.Type!.Qualified}>(ref fields)",
        ValueKind.List => "json.ReadStrings(ref fields)",
        ValueKind.Map => "json.ReadStringMap(ref fields)",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "There is no such kind of value."),
    };

    private static string OrEmpty(Property property) => (ObjectEmitter.IsAlwaysThere(property), property.Type.Kind) switch
    {
        (false, _) => "",
        (true, ValueKind.String) => " ?? \"\"",
        (true, ValueKind.List) => " ?? []",
        (true, ValueKind.Map) => " ?? " + ObjectEmitter.EmptyMap(property),
        (true, ValueKind.Object) => " ?? new()",
        _ => ".GetValueOrDefault()",
    };

    // The method's own names come first.
    private static string Local(Property property) => Identifiers.Camel(property.Name) is var name && name is "json" or "fields"
        ? name + "Field"
        : CSharp.Escape(name);
}

using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits the method that reads an object from JSON field by field.</summary>
internal static class ReaderEmitter
{
    private const string Reader = CSharp.Json + ".StripeJsonReader";

    public static void Emit(SourceWriter writer, ResponseObjectType type)
    {
        using (writer.Block($"internal static {type.Type.Name} Read(ref {Reader} json)"))
        {
            foreach (Property property in type.Properties)
            {
                writer.Write($"{CSharpTypes.TypeOf(property.Type)}? {Local(type, property)} = null;");
            }

            writer.Write($"{CSharp.Json}.ReadState fields = default;").Write();
            EmitLoop(writer, type);
            EmitMissing(writer, type);
            if (type.Operations.Count > 0 && !CanBeRecognized(type))
            {
                writer.Write("json.MarkUnrecognizable();");
            }

            EmitReturn(writer, type);
        }
    }

    private static void EmitLoop(SourceWriter writer, ResponseObjectType type)
    {
        using (writer.Block("while (json.ReadField())"))
        {
            string keyword = "if";
            foreach (Property property in type.Properties)
            {
                using (writer.Block($"{keyword} (json.IsField({CSharp.Utf8Literal(property.WireName)}))"))
                {
                    writer.Write($"{Local(type, property)} = {ReadExpression(property)};");
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

    private static void EmitMissing(SourceWriter writer, ResponseObjectType type)
    {
        foreach (Property property in type.Properties.Where(property => property.IsAlwaysPresent))
        {
            writer.Write();
            using (writer.Block($"if ({Local(type, property)} is null)"))
            {
                writer.Write($"json.AddMissing(ref fields, nameof({type.Type.Name}), {CSharp.Literal(property.WireName)});");
            }
        }

        writer.Write();
    }

    private static void EmitReturn(SourceWriter writer, ResponseObjectType type)
    {
        if (type.Properties.Count == 0)
        {
            writer.Write($"return new {type.Type.Name}(fields);");
            return;
        }

        bool hasObsolete = type.Properties.Any(property => property.Obsolete is not null);
        if (hasObsolete)
        {
            writer.WriteAtMargin("#pragma warning disable CS0618 // The code that reads the property gets the warning.");
        }

        using (writer.Block($"return new {type.Type.Name}(fields)", end: ";"))
        {
            foreach (Property property in type.Properties)
            {
                writer.Write($"{property.Name} = {Local(type, property)}{OrEmpty(property)},");
            }
        }

        if (hasObsolete)
        {
            writer.WriteAtMargin("#pragma warning restore CS0618");
        }
    }

    /// <summary>
    /// Whether the properties identify a response that lacks Stripe's header: an <c>object</c> that is always present or, in a type
    /// without <c>object</c>, any property that is always present.
    /// </summary>
    private static bool CanBeRecognized(ResponseObjectType type) =>
        type.Properties.FirstOrDefault(property => property is { WireName: "object", Const: not null }) is { } @object
            ? @object.IsAlwaysPresent
            : type.Properties.Any(property => property.IsAlwaysPresent);

    private static string ReadExpression(Property property) => property.Const is { } literal
        ? $"json.ReadConst(ref fields, {CSharp.Literal(literal)})"
        : ReadExpression(property.Type);

    private static string ReadExpression(TypeRef type) => type.Kind switch
    {
        ValueKind.String => type.IsId ? "json.ReadId(ref fields)" : "json.ReadString(ref fields)",
        ValueKind.Secret => "json.ReadSecret(ref fields)",
        ValueKind.Integer => "json.ReadInt64(ref fields)",
        ValueKind.Int64String => "json.ReadInt64Text(ref fields)",
        ValueKind.Number => "json.ReadDecimal(ref fields)",
        ValueKind.DecimalString => "json.ReadDecimalText(ref fields)",
        ValueKind.Boolean => "json.ReadBoolean(ref fields)",
        ValueKind.UnixTime => "json.ReadUnixTime(ref fields)",
        ValueKind.DateTime => "json.ReadDateTime(ref fields)",
        ValueKind.Json => "json.ReadJson()",
        ValueKind.Enum => $"json.ReadEnum<{type.Type!.Qualified}>(ref fields)",
        ValueKind.Object => $"json.ReadObject(ref fields, {type.Type!.Qualified}.Read)",
        ValueKind.Expandable => $"json.ReadExpandable(ref fields, {type.Element!.Type!.Qualified}.Read)",
        ValueKind.Page => ReadPage(type.Element!),
        ValueKind.List => ReadList(type.Element!),
        ValueKind.Map => ReadMap(type.Element!),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "Responses have no values of this kind."),
    };

    private static string ReadPage(TypeRef element) => element.Kind == ValueKind.Expandable
        ? $"json.ReadExpandablePage(ref fields, {element.Element!.Type!.Qualified}.Read)"
        : $"json.ReadPage(ref fields, {element.Type!.Qualified}.Read)";

    private static string ReadList(TypeRef element) => element.Kind switch
    {
        ValueKind.Object => $"json.ReadObjects(ref fields, {element.Type!.Qualified}.Read)",
        ValueKind.Expandable => $"json.ReadExpandables(ref fields, {element.Element!.Type!.Qualified}.Read)",
        ValueKind.Enum => $"json.ReadEnums<{element.Type!.Qualified}>(ref fields)",
        ValueKind.Integer => "json.ReadInt64s(ref fields)",
        _ => "json.ReadStrings(ref fields)",
    };

    private static string ReadMap(TypeRef value) => value.Kind switch
    {
        ValueKind.Object => $"json.ReadObjectMap(ref fields, {value.Type!.Qualified}.Read)",
        ValueKind.Integer => "json.ReadInt64Map(ref fields)",
        _ => "json.ReadStringMap(ref fields)",
    };

    private static string OrEmpty(Property property) => (property.IsAlwaysPresent, property.Type.Kind) switch
    {
        (_, ValueKind.Expandable) => ".GetValueOrDefault()",
        (false, _) => "",
        (true, ValueKind.String) => " ?? \"\"",
        (true, ValueKind.List) => " ?? []",
        (true, ValueKind.Map) => " ?? " + ObjectEmitter.EmptyMap(property),
        (true, ValueKind.Object or ValueKind.Page) => " ?? new()",
        _ => ".GetValueOrDefault()",
    };

    /// <summary>
    /// The local variable of a property. If the method itself uses the name, the variable gets another, which no other property has.
    /// </summary>
    private static string Local(ResponseObjectType type, Property property)
    {
        string name = Identifiers.Camel(property.Name);
        if (name is not ("json" or "fields" or "nameof"))
        {
            return CSharpKeywords.Escape(name);
        }

        do
        {
            name += "Field";
        }
        while (type.Properties.Any(sibling => Identifiers.Camel(sibling.Name) == name));
        return name;
    }
}

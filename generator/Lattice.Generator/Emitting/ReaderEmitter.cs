using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits the method that reads an object from JSON field by field.</summary>
internal static class ReaderEmitter
{
    private const string Reader = CSharp.Json + ".StripeJsonReader";

    public static void Emit(SourceWriter writer, ResponseObjectType type)
    {
        string name = type.Type.Name;
        using (writer.Block(writer.Join($"static {name}", $"{CSharp.Runtime}.IJsonReadable<{name}>.Read(ref {Reader} json)")))
        {
            EmitLocals(writer, type);
            EmitLoop(writer, type);
            EmitMissing(writer, type);
            if (type.Operations.Count > 0 && !CanBeRecognized(type))
            {
                writer.Write("json.MarkUnrecognizable();").Write();
            }

            EmitReturn(writer, type);
        }
    }

    /// <summary>The values that were read, in one declaration for each type.</summary>
    private static void EmitLocals(SourceWriter writer, ResponseObjectType type)
    {
        foreach (IGrouping<string, Property> properties in type.Properties.GroupBy(property => CSharpTypes.TypeOf(property.Type)))
        {
            writer.WriteList(properties.Key + "?", properties.Select(property => $"{Local(type, property)} = null"));
        }
    }

    private static void EmitLoop(SourceWriter writer, ResponseObjectType type)
    {
        if (type.Properties.Count == 0)
        {
            writer.Write("json.ReadExtraFields();");
            return;
        }

        using (writer.Block("while (json.ReadFields())"))
        {
            foreach (Property property in type.Properties)
            {
                string assignment = $"{Local(type, property)} = {ReadExpression(property)};";
                writer.WriteBlock($"if (json.IsField({CSharp.Utf8Literal(property.WireName)}))", assignment);
            }
        }

        writer.Write();
    }

    private static void EmitMissing(SourceWriter writer, ResponseObjectType type)
    {
        List<Property> properties = [.. type.Properties.Where(property => property.IsAlwaysPresent)];
        foreach (Property property in properties)
        {
            string call = $"json.AddMissing(nameof({type.Type.Name}), {CSharp.Literal(property.WireName)});";
            writer.WriteBlock($"if ({Local(type, property)} is null)", call);
        }

        if (properties.Count > 0)
        {
            writer.Write();
        }
    }

    private static void EmitReturn(SourceWriter writer, ResponseObjectType type)
    {
        if (type.Properties.Count == 0)
        {
            writer.Write($"return new {type.Type.Name}(ref json);");
            return;
        }

        using (writer.Block($"return new {type.Type.Name}(ref json)", end: ";"))
        {
            foreach (Property property in type.Properties)
            {
                writer.Write($"{property.Name} = {Local(type, property)}{OrEmpty(property)},");
            }
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
        ? $"json.ReadConst({CSharp.Literal(literal)})"
        : ReadExpression(property.Type);

    private static string ReadExpression(TypeRef type) => type.Kind switch
    {
        ValueKind.String => type.IsId ? "json.ReadId()" : "json.ReadString()",
        ValueKind.Secret => "json.ReadSecret()",
        ValueKind.Integer => "json.ReadInt64()",
        ValueKind.Int64String => "json.ReadInt64Text()",
        ValueKind.Number => "json.ReadDecimal()",
        ValueKind.DecimalString => "json.ReadDecimalText()",
        ValueKind.Boolean => "json.ReadBoolean()",
        ValueKind.UnixTime => "json.ReadUnixTime()",
        ValueKind.DateTime => "json.ReadDateTime()",
        ValueKind.Json => "json.ReadJson()",
        ValueKind.Enum => $"json.ReadEnum<{type.Type!.Qualified}>()",
        ValueKind.Object => $"json.ReadObject<{type.Type!.Qualified}>()",
        ValueKind.Expandable => $"json.ReadExpandable<{type.Element!.Type!.Qualified}>()",
        ValueKind.Page => ReadPage(type.Element!),
        ValueKind.List => ReadList(type.Element!),
        ValueKind.Map => ReadMap(type.Element!),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "Responses have no values of this kind."),
    };

    private static string ReadPage(TypeRef element) => element.Kind == ValueKind.Expandable
        ? $"json.ReadExpandablePage<{element.Element!.Type!.Qualified}>()"
        : $"json.ReadPage<{element.Type!.Qualified}>()";

    private static string ReadList(TypeRef element) => element.Kind switch
    {
        ValueKind.Object => $"json.ReadObjects<{element.Type!.Qualified}>()",
        ValueKind.Expandable => $"json.ReadExpandables<{element.Element!.Type!.Qualified}>()",
        ValueKind.Enum => $"json.ReadEnums<{element.Type!.Qualified}>()",
        ValueKind.Integer => "json.ReadInt64s()",
        _ => "json.ReadStrings()",
    };

    private static string ReadMap(TypeRef value) => value.Kind switch
    {
        ValueKind.Object => $"json.ReadObjectMap<{value.Type!.Qualified}>()",
        ValueKind.Integer => "json.ReadInt64Map()",
        ValueKind.Number => "json.ReadDecimalMap()",
        ValueKind.List when value.Element!.Type is { } element => $"json.ReadObjectListMap<{element.Qualified}>()",
        ValueKind.List => "json.ReadStringListMap()",
        _ => "json.ReadStringMap()",
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
        if (name is not ("json" or "nameof"))
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

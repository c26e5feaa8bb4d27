using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits an object of a response: its properties, the creates that response it, and its reader.</summary>
internal static class ObjectEmitter
{
    public static void Emit(SourceWriter writer, ResponseObjectType type)
    {
        string @base = type.IsResource ? "StripeResource" : "StripeObject";
        DocComment.Summary(writer, type.Description, $"The <c>{DocMarkup.Escape(type.Type.Name)}</c> object.");
        TypeEmitter.WriteGeneratedCode(writer);
        using (writer.Block($"public sealed class {type.Type.Name} : {CSharp.Runtime}.{@base}"))
        {
            foreach (Operation operation in type.Operations)
            {
                OperationEmitter.EmitDescriptor(writer, type, operation);
            }

            EmitConstructors(writer, type.Type.Name);
            foreach (Property property in type.Properties)
            {
                writer.Write();
                EmitProperty(writer, property);
            }

            foreach (Operation operation in type.Operations)
            {
                writer.Write();
                OperationEmitter.EmitMethods(writer, type, operation);
            }

            writer.Write();
            ReaderEmitter.Emit(writer, type);
        }
    }

    public static void EmitConstructors(SourceWriter writer, string name)
    {
        DocComment.Write(writer, "summary", ["Makes one by hand, as tests need it."]);
        writer.Write($$"""
            public {{name}}()
            {
            }

            private {{name}}({{CSharp.Json}}.ReadState fields)
                : base(fields)
            {
            }
            """);
    }

    /// <summary>Emits the class of creates that response nothing.</summary>
    public static void EmitOperations(SourceWriter writer, ContainerType type)
    {
        DocComment.Summary(writer, type.Description, "Creates whose response is empty.");
        TypeEmitter.WriteGeneratedCode(writer);
        using (writer.Block($"public static class {type.Type.Name}"))
        {
            for (int i = 0; i < type.Operations.Count; i++)
            {
                if (i > 0)
                {
                    writer.Write();
                }

                OperationEmitter.EmitDescriptor(writer, type, type.Operations[i]);
                OperationEmitter.EmitMethods(writer, type, type.Operations[i]);
            }
        }
    }

    private static void EmitProperty(SourceWriter writer, Property property)
    {
        string field = "_" + char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);
        bool hasField = property.IsAlwaysPresent && property.Type.Kind is (ValueKind.Object or ValueKind.Page);
        if (hasField)
        {
            writer.Write($"private readonly {CSharpTypes.TypeOf(property.Type)}? {field};").Write();
        }

        DocComment.Summary(writer, property.Description, $"<c>{DocMarkup.Escape(property.WireName)}</c>");
        TypeEmitter.WriteObsolete(writer, property.Obsolete);

        string type = CSharpTypes.OfField(property);
        if (hasField)
        {
            // An empty one is made when it is asked for: the default of a class that holds itself would have no end.
            writer.Write($"public {type} {property.Name} {{ get => {field} ?? new(); init => {field} = value; }}");
        }
        else
        {
            string initial = property.IsAlwaysPresent && GetEmpty(property) is { } empty ? $" = {empty};" : "";
            writer.Write($"public {type} {property.Name} {{ get; init; }}{initial}");
        }
    }

    private static string? GetEmpty(Property property) => property.Type.Kind switch
    {
        ValueKind.String => CSharp.Literal(property.Literal ?? ""),
        ValueKind.List => "[]",
        ValueKind.Map => EmptyMap(property),
        _ => null,
    };

    public static string EmptyMap(Property property) =>
        $"global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {CSharpTypes.TypeOf(property.Type.Element!)}>.Empty";
}

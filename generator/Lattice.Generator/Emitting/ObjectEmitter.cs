using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits an object of a response: its properties, the create operations that return it, and its reader.</summary>
internal static class ObjectEmitter
{
    public static void Emit(SourceWriter writer, ResponseObjectType type)
    {
        string @base = type.IsResource ? "StripeResource" : "StripeObject";
        DocComment.WriteSummary(writer, type.Description, $"The <c>{DocMarkup.Escape(type.Type.Name)}</c> object.");
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
        DocComment.Write(writer, "summary", ["Initializes a new instance, for tests."]);
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

    /// <summary>Emits the class of create operations whose response is empty.</summary>
    public static void EmitOperations(SourceWriter writer, ContainerType type)
    {
        DocComment.WriteSummary(writer, type.Description, "Create operations whose response is empty.");
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

        DocComment.WriteSummary(writer, property.Description, $"<c>{DocMarkup.Escape(property.WireName)}</c>");
        TypeEmitter.WriteObsolete(writer, property.Obsolete);

        string type = CSharpTypes.OfField(property);
        if (hasField)
        {
            // The empty object is created on demand: the default of a class that contains itself would never end.
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
        ValueKind.String => CSharp.Literal(property.Const ?? ""),
        ValueKind.List => "[]",
        ValueKind.Map => EmptyMap(property),
        _ => null,
    };

    public static string EmptyMap(Property property) =>
        $"global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {CSharpTypes.TypeOf(property.Type.Element!)}>.Empty";
}

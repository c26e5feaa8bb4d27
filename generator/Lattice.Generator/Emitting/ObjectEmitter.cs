using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits an object of a response: its properties, the operations of its resource, and its reader.</summary>
internal static class ObjectEmitter
{
    public static void Emit(SourceWriter writer, ResponseObjectType type)
    {
        string @base = type.IsResource ? "StripeResource" : "StripeObject";
        DocComment.WriteSummary(writer, type.Description, $"The <c>{DocMarkup.Escape(type.Type.Name)}</c> object.");
        TypeEmitter.WriteGeneratedCode(writer);
        string name = type.Type.Name;
        using (writer.Block(writer.Join(
            $"{type.Spec.Visibility} sealed partial class {name} :",
            $"{CSharp.Runtime}.{@base}, {CSharp.Runtime}.IJsonReadable<{name}>")))
        {
            EmitFields(writer, type);
            IEnumerable<Property> present = type.Properties.Where(property => property.IsAlwaysPresent);
            EmitConstructors(writer, name, [.. present.SelectMany(GetInitial)]);
            foreach (Operation operation in type.Operations)
            {
                OperationEmitter.EmitDescriptor(writer, type, operation);
            }

            foreach (Property property in type.Properties)
            {
                EmitProperty(writer, property);
                writer.Write();
            }

            foreach (Operation operation in type.Operations)
            {
                OperationEmitter.EmitMethods(writer, type, operation);
                writer.Write();
            }

            ReaderEmitter.Emit(writer, type);
        }
    }

    /// <param name="initial">The values that properties of a new instance have, as assignments.</param>
    public static void EmitConstructors(SourceWriter writer, string name, IReadOnlyList<string> initial)
    {
        DocComment.Write(writer, "summary", ["Initializes a new instance, for tests."]);
        if (initial.Count == 0)
        {
            writer.Write($"public {name}() {{ }}");
        }
        else
        {
            using (writer.Block($"public {name}()"))
            {
                foreach (string assignment in initial)
                {
                    writer.Write(assignment);
                }
            }
        }

        writer.Write();
        writer.Write($"private {name}(ref {CSharp.Json}.StripeJsonReader json) : base(ref json) {{ }}").Write();
    }

    /// <summary>Emits the class of operations whose resource has no class of its own.</summary>
    public static void EmitOperations(SourceWriter writer, ContainerType type)
    {
        DocComment.WriteSummary(writer, type.Description, type.Operations.All(operation => operation.Result is null)
            ? "Operations whose response is empty."
            : $"The operations of the resource <c>{DocMarkup.Escape(type.Type.Name)}</c>.");
        TypeEmitter.WriteGeneratedCode(writer);
        using (writer.Block($"{type.Spec.Visibility} static partial class {type.Type.Name}"))
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

    /// <summary>The name in JSON, for serializers.</summary>
    public static void WriteJsonName(SourceWriter writer, string name) =>
        writer.Write($"[global::System.Text.Json.Serialization.JsonPropertyName({CSharp.Literal(name)})]");

    private static void EmitFields(SourceWriter writer, ResponseObjectType type)
    {
        List<Property> properties = [.. type.Properties.Where(HasField)];
        foreach (Property property in properties)
        {
            writer.Write($"private readonly {CSharpTypes.TypeOf(property.Type)}? {FieldOf(property)};");
        }

        if (properties.Count > 0)
        {
            writer.Write();
        }
    }

    private static void EmitProperty(SourceWriter writer, Property property)
    {
        DocComment.WriteSummary(writer, property.Description, $"<c>{DocMarkup.Escape(property.WireName)}</c>");
        TypeEmitter.WriteObsolete(writer, property.Obsolete);
        WriteJsonName(writer, property.WireName);
        string type = CSharpTypes.OfField(property);
        if (HasField(property))
        {
            string field = FieldOf(property);
            writer.WriteBlock($"public {type} {property.Name}", $"get => {field} ?? new();", $"init => {field} = value;");
        }
        else
        {
            writer.Write($"public {type} {property.Name} {{ get; init; }}");
        }
    }

    /// <summary>
    /// Whether the property creates its empty object on demand: the default of a class that contains itself would never end.
    /// </summary>
    private static bool HasField(Property property) =>
        property.IsAlwaysPresent && property.Type.Kind is (ValueKind.Object or ValueKind.Page);

    private static string FieldOf(Property property) => "_" + char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);

    /// <summary>
    /// The assignment that keeps a property from being null, if it would be. The constructor for tests has it; the reader assigns every
    /// property itself.
    /// </summary>
    private static IEnumerable<string> GetInitial(Property property)
    {
        string? empty = property.Type.Kind switch
        {
            ValueKind.String => CSharp.Literal(property.Const ?? ""),
            ValueKind.List => "[]",
            ValueKind.Map => EmptyMap(property),
            _ => null,
        };
        return empty is null ? [] : [$"{property.Name} = {empty};"];
    }

    public static string EmptyMap(Property property) =>
        $"global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {CSharpTypes.TypeOf(property.Type.Element!)}>.Empty";
}

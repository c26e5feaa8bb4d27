using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits a parameter of one of several kinds: a class that each kind converts to.</summary>
internal static class UnionEmitter
{
    public static void Emit(SourceWriter writer, UnionType type)
    {
        string name = type.Type.Name;
        DocComment.Summary(writer, type.Description, "A value of one of several kinds.");
        DocComment.Write(writer, "remarks", ["Assign a value of one of the kinds; it converts by itself."]);
        TypeEmitter.WriteGeneratedCode(writer);
        using (writer.Block($"public sealed class {name} : {CSharp.Runtime}.Serialization.FormUnion"))
        {
            // Literals are sent as their text, as strings are.
            bool hasText = type.IsClearable || type.Arms.Any(arm => arm.Literal is not null);
            List<UnionArm> kinds = type.Arms.Where(arm => arm.Literal is null).ToList();
            if (hasText && !kinds.Exists(arm => arm.Value.Kind == ValueKind.String))
            {
                EmitConstructor(writer, name, "string");
            }

            foreach (UnionArm arm in kinds)
            {
                EmitConstructor(writer, name, CSharpTypes.TypeOf(arm.Value));
            }

            foreach (UnionArm arm in type.Arms.Where(arm => arm.Literal is not null))
            {
                DocComment.Write(writer, "summary", [$"<c>{DocMarkup.Escape(arm.Literal!)}</c>"]);
                writer.Write($"public static {name} {arm.Name} => new({CSharp.Literal(arm.Literal!)});").Write();
            }

            EmitConversions(writer, name, kinds, type.IsClearable);
        }
    }

    private static void EmitConstructor(SourceWriter writer, string name, string type) => writer.Write($$"""
        private {{name}}({{type}} value)
            : base(value)
        {
        }

        """);

    private static void EmitConversions(SourceWriter writer, string name, List<UnionArm> kinds, bool isClearable)
    {
        string separator = "";
        foreach (UnionArm arm in kinds)
        {
            string type = CSharpTypes.TypeOf(arm.Value);
            writer.Write($$"""
                {{separator}}/// <summary>Takes a value of this kind.</summary>
                public static implicit operator {{name}}({{type}} value) => new(value);

                /// <summary>Takes a value of this kind.</summary>
                public static {{name}} From{{GetSuffix(arm.Value)}}({{type}} value) => new(value);
                """);
            separator = "\n";
        }

        if (isClearable)
        {
            writer.Write($$"""
                {{separator}}/// <summary>Clears what is stored.</summary>
                public static implicit operator {{name}}({{CSharp.Runtime}}.Clearable.Marker value) => Cleared;

                /// <summary>Clears what is stored.</summary>
                public static {{name}} Cleared => new("");

                /// <summary>Clears what is stored.</summary>
                public static {{name}} FromMarker({{CSharp.Runtime}}.Clearable.Marker value) => Cleared;
                """);
        }
    }

    // The names that the analyzers expect beside a conversion.
    private static string GetSuffix(SchemaType type) => type.Kind switch
    {
        ValueKind.String => "String",
        ValueKind.Integer => "Int64",
        ValueKind.Number => "Decimal",
        ValueKind.Boolean => "Boolean",
        ValueKind.UnixTime => "DateTimeOffset",
        _ => type.Type!.Name,
    };
}

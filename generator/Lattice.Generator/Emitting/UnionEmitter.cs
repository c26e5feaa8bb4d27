using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits a parameter of one of several kinds: a class that each kind converts to.</summary>
internal static class UnionEmitter
{
    public static void Emit(SourceWriter writer, RequestUnionType type)
    {
        string name = type.Type.Name;
        DocComment.Summary(writer, type.Description, "A value of one of several kinds.");
        DocComment.Write(writer, "remarks", ["Assign a value of one of the kinds; it converts by itself."]);
        TypeEmitter.WriteGeneratedCode(writer);
        using (writer.Block($"public sealed class {name} : {CSharp.Form}.FormUnion"))
        {
            // Literals are sent as their text, as strings are.
            bool hasText = type.IsClearable || type.Cases.Any(unionCase => unionCase.Literal is not null);
            List<RequestUnionCase> kinds = type.Cases.Where(unionCase => unionCase.Literal is null).ToList();
            if (hasText && !kinds.Exists(unionCase => unionCase.Value.Kind == ValueKind.String))
            {
                EmitConstructor(writer, name, "string");
            }

            foreach (RequestUnionCase unionCase in kinds)
            {
                EmitConstructor(writer, name, CSharpTypes.TypeOf(unionCase.Value));
            }

            foreach (RequestUnionCase unionCase in type.Cases.Where(unionCase => unionCase.Literal is not null))
            {
                DocComment.Write(writer, "summary", [$"<c>{DocMarkup.Escape(unionCase.Literal!)}</c>"]);
                writer.Write($"public static {name} {unionCase.Name} => new({CSharp.Literal(unionCase.Literal!)});").Write();
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

    private static void EmitConversions(SourceWriter writer, string name, List<RequestUnionCase> kinds, bool isClearable)
    {
        string separator = "";
        foreach (RequestUnionCase unionCase in kinds)
        {
            string type = CSharpTypes.TypeOf(unionCase.Value);
            writer.Write($$"""
                {{separator}}/// <summary>Takes a value of this kind.</summary>
                public static implicit operator {{name}}({{type}} value) => new(value);

                /// <summary>Takes a value of this kind.</summary>
                public static {{name}} From{{GetSuffix(unionCase.Value)}}({{type}} value) => new(value);
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
    private static string GetSuffix(TypeRef type) => type.Kind switch
    {
        ValueKind.String => "String",
        ValueKind.Integer => "Int64",
        ValueKind.Number => "Decimal",
        ValueKind.Boolean => "Boolean",
        ValueKind.UnixTime => "DateTimeOffset",
        _ => type.Type!.Name,
    };
}

using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits a parameter of one of several types: a class that each type converts to.</summary>
internal static class UnionEmitter
{
    public static void Emit(SourceWriter writer, RequestUnionType type)
    {
        string name = type.Type.Name;
        DocComment.WriteSummary(writer, type.Description, "A value of one of several types.");
        DocComment.Write(writer, "remarks", ["Assign a value of any of these types; it is converted implicitly."]);
        TypeEmitter.WriteGeneratedCode(writer);
        using (writer.Block($"{type.Spec.Visibility} sealed partial class {name} : {CSharp.Form}.FormUnion"))
        {
            // Constants are sent as text, like strings.
            bool hasText = type.IsClearable || type.Cases.Any(unionCase => unionCase.Const is not null);
            List<RequestUnionCase> typed = type.Cases.Where(unionCase => unionCase.Const is null).ToList();
            if (hasText && !typed.Exists(unionCase => unionCase.Value.Kind == ValueKind.String))
            {
                EmitConstructor(writer, name, "string");
            }

            foreach (RequestUnionCase unionCase in typed)
            {
                EmitConstructor(writer, name, CSharpTypes.TypeOf(unionCase.Value));
            }

            foreach (RequestUnionCase unionCase in type.Cases.Where(unionCase => unionCase.Const is not null))
            {
                DocComment.Write(writer, "summary", [$"<c>{DocMarkup.Escape(unionCase.Const!)}</c>"]);
                writer.Write($"public static {name} {unionCase.Name} => new({CSharp.Literal(unionCase.Const!)});").Write();
            }

            EmitConversions(writer, name, typed, type.IsClearable);
        }
    }

    private static void EmitConstructor(SourceWriter writer, string name, string type) => writer.Write($$"""
        private {{name}}({{type}} value) : base(value) { }

        """);

    private static void EmitConversions(SourceWriter writer, string name, List<RequestUnionCase> typed, bool isClearable)
    {
        if (isClearable)
        {
            writer.Write($$"""
                /// <summary>Clears the stored value.</summary>
                public static {{name}} Cleared => new("");

                /// <summary>Clears the stored value.</summary>
                public static implicit operator {{name}}({{CSharp.Runtime}}.Clearable.Marker value) => Cleared;
                """);
        }

        string separator = isClearable ? "\n" : "";
        foreach (TypeRef value in typed.Select(unionCase => unionCase.Value))
        {
            string conversion = value.Kind is ValueKind.String or ValueKind.Object
                ? "value is null ? null : new(value)"
                : "value is { } set ? new(set) : null";
            writer.Write($$"""
                {{separator}}/// <summary>Converts a value of this type; <see langword="null"/> stays <see langword="null"/>.</summary>
                [return: global::System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(value))]
                public static implicit operator {{name}}?({{CSharpTypes.TypeOf(value)}}? value) => {{conversion}};
                """);
            separator = "\n";
        }
    }
}

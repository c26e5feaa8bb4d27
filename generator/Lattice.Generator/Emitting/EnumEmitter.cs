using Lattice.Spec.Model;

namespace Lattice.Generator.Emitting;

/// <summary>Emits a string with known values as a struct, which also holds a value that Stripe adds later.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumType type)
    {
        string name = type.Type.Name;
        DocComment.WriteSummary(writer, type.Description, $"The known values of {name}.");
        DocComment.Write(
            writer,
            "remarks",
            ["The set is open: for a value that has no member here, use <c>new</c> or assign a string."]);
        TypeEmitter.WriteGeneratedCode(writer);
        string converter = $"{CSharp.Json}.StripeEnumJsonConverter<{name}>";
        writer.Write($"[global::System.Text.Json.Serialization.JsonConverter(typeof({converter}))]");
        using (writer.Block($"public readonly struct {name} : {CSharp.Serialization}.IStripeEnum<{name}>"))
        {
            writer.Write("private readonly string? _value;").Write();
            DocComment.Write(writer, "summary", ["Creates a value, including one that this version does not know."]);
            using (writer.Block($"public {name}(string value)"))
            {
                writer.Write("global::System.ArgumentNullException.ThrowIfNull(value);");
                writer.Write("_value = value;");
            }

            EmitMembers(writer, type);
            EmitValueMembers(writer, name);
        }
    }

    private static void EmitMembers(SourceWriter writer, EnumType type)
    {
        foreach (EnumMember member in type.Members)
        {
            writer.Write();
            DocComment.Write(writer, "summary", member.Description.Length == 0
                ? [$"<c>{DocMarkup.Escape(member.Value)}</c>"]
                : WithValue(member));
            writer.Write($"public static {type.Type.Name} {member.Name} => new({CSharp.Literal(member.Value)});");
        }
    }

    private static string[] WithValue(EnumMember member)
    {
        IReadOnlyList<string> xml = DocMarkup.ToXml(member.Description);
        string value = $"<c>{DocMarkup.Escape(member.Value)}</c>";
        return xml.Count == 1 ? [$"{value}: {xml[0]}"] : [value, .. xml];
    }

    private static void EmitValueMembers(SourceWriter writer, string name) => writer.Write($$"""

        /// <summary>The text as Stripe writes it; empty for <see langword="default"/>.</summary>
        public string Value => _value ?? "";

        /// <summary>Converts a string, including one that this version does not know; <see langword="null"/> stays <see langword="null"/>.</summary>
        public static implicit operator {{name}}?(string? value) => value is null ? null : new {{name}}(value);

        /// <summary>Creates a value from its string, including one that this version does not know.</summary>
        public static {{name}} FromString(string value) => new(value);

        /// <summary>Whether both have the same text.</summary>
        public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);

        /// <summary>Whether the texts differ.</summary>
        public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals({{name}} other) => string.Equals(Value, other.Value, global::System.StringComparison.Ordinal);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => Value.GetHashCode(global::System.StringComparison.Ordinal);

        /// <summary>The text as Stripe writes it.</summary>
        public override string ToString() => Value;
        """);
}

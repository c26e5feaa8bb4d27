using Lattice.Spec.Model;

namespace Lattice.Generator.Emitting;

/// <summary>Emits a type.</summary>
internal static class TypeEmitter
{
    private static readonly string s_version = typeof(TypeEmitter).Assembly.GetName().Version!.ToString(3);

    /// <exception cref="OperationCanceledException">The writing was canceled.</exception>
    public static void Emit(SourceWriter writer, EmittedType type)
    {
        switch (type)
        {
            case VersionType version:
                EmitVersion(writer, version);
                break;
            case EnumType @enum:
                EnumEmitter.Emit(writer, @enum);
                break;
            case ParamsType parameters:
                ParamsEmitter.Emit(writer, parameters);
                break;
            case RequestUnionType union:
                UnionEmitter.Emit(writer, union);
                break;
            case ResponseUnionType union:
                ResponseUnionEmitter.Emit(writer, union);
                break;
            case ContainerType operations:
                ObjectEmitter.EmitOperations(writer, operations);
                break;
            case ResponseObjectType @object:
                ObjectEmitter.Emit(writer, @object);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "There is no emitter for a type of this kind.");
        }
    }

    /// <summary>Marks the type as generated, so that analyzers and coverage tools ignore it.</summary>
    /// <param name="hasCode">Whether the type has code that a coverage tool would report.</param>
    public static void WriteGeneratedCode(SourceWriter writer, bool hasCode = true)
    {
        string excluded = hasCode ? ", global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage" : "";
        writer.Write($"[global::System.CodeDom.Compiler.GeneratedCode(\"Lattice.Generator\", \"{s_version}\"){excluded}]");
    }

    /// <summary>Marks a deprecated member, so that the compiler warns about each use.</summary>
    /// <param name="reason">What to use instead; <see langword="null"/> for a member that is not deprecated.</param>
    public static void WriteObsolete(SourceWriter writer, string? reason)
    {
        if (reason is not null)
        {
            writer.Write($"[global::System.Obsolete({CSharp.Literal(reason)})]");
        }
    }

    private static void EmitVersion(SourceWriter writer, VersionType version)
    {
        DocComment.Write(writer, "summary", ["The version of Stripe's API that the types in this namespace were generated from."]);
        WriteGeneratedCode(writer);
        using (writer.Block($"{version.Spec.Visibility} static partial class {version.Type.Name}"))
        {
            DocComment.Write(
                writer, "summary", ["Sent as <c>Stripe-Version</c>, unless the options of the client or the request set another."]);
            writer.Write($"public static string Current => {CSharp.Literal(version.Spec.Version)};");
        }
    }
}

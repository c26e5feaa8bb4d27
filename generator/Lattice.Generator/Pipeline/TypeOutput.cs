using System.Text;
using Lattice.Generator.Emitting;
using Lattice.Spec.Model;
using Lattice.Spec.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Generator.Pipeline;

/// <summary>Adds the source file of a group of types, and reports the types that could not be emitted.</summary>
internal static class TypeOutput
{
    // Files on disk have no byte order mark.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Produce(SourceProductionContext output, TypeGroup group)
    {
        // If an exception leaves the generator, the compiler drops all files and only warns (CS8785).
        string text = FileEmitter.Emit(
            group,
            (type, exception) => output.ReportDiagnostic(ToLocated(type, exception).ToDiagnostic()),
            output.CancellationToken);
        output.AddSource(HintName.Get(group.Types[0].Type), ToSource(text));
    }

    public static SourceText ToSource(string text) => SourceText.From(text, s_utf8);

    private static LocatedDiagnostic ToLocated(EmittedType type, Exception exception) => LocatedDiagnostic.AtStart(
        path: "",
        DiagnosticRules.TypeFailed,
        $"{type.Type.Namespace}.{type.Type.Name}",
        $"{exception.GetType().Name}: {exception.Message}");
}

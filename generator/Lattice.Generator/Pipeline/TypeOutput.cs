using System.Text;
using Lattice.Generator.Diagnostics;
using Lattice.Generator.Emitting;
using Lattice.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Generator.Pipeline;

/// <summary>The source file of a type, or why the type could not be emitted.</summary>
internal static class TypeOutput
{
    // Files on disk start with their text, not with a byte order mark.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Produce(SourceProductionContext output, EmittedType type)
    {
        try
        {
            output.AddSource(HintName.Get(type.Type), ToSource(TypeEmitter.Emit(type, output.CancellationToken)));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // For an exception that leaves the generator, the compiler drops all files and warns: CS8785.
            output.ReportDiagnostic(ProblemReporter.ToDiagnostic(ToProblem(type, exception)));
        }
    }

    public static SourceText ToSource(string text) => SourceText.From(text, s_utf8);

    private static Problem ToProblem(EmittedType type, Exception exception) => new(
        Descriptors.TypeFailed.Id,
        new[] { $"{type.Type.Namespace}.{type.Type.Name}", $"{exception.GetType().Name}: {exception.Message}" }.ToEquatableArray(),
        Path: "",
        Line: 0,
        Column: 0);
}

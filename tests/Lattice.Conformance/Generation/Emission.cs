using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Generation;

/// <summary>Runs the generator, and compiles and loads the emitted sources.</summary>
/// <param name="Operations">The emitted operations.</param>
/// <param name="Reported">The operations that the generator reports instead, each with the reason.</param>
/// <param name="Warnings">The number of warnings and errors from the compiler.</param>
/// <param name="Assembly">The compiled assembly, or <see langword="null"/> if the sources do not compile.</param>
internal sealed record Emission(
    IReadOnlyList<EmittedOperation> Operations, IReadOnlyList<string> Reported, int Warnings, CompiledAssembly? Assembly)
{
    public static async Task<Emission> CreateAsync(SpecDocument spec, string? keep, bool analyze, MismatchLog mismatches)
    {
        GeneratorOutput run = GeneratorOutput.Create(spec.HasEveryOperation ? OperationMarks.Add(spec) : spec.Text);
        if (run.Failure is not null)
        {
            mismatches.Add(Check.Generate, null, $"the generator threw {run.Failure}");
        }

        IReadOnlyList<EmittedOperation> emitted = EmittedOperations.Find(run.Compilation.SyntaxTrees);
        List<string> reported = CheckEmitted(spec, emitted, run.Diagnostics, mismatches);

        using var folder = new BuildFolder(keep);
        folder.Write(run.Sources, ConsumerWriter.Write(run.Compilation));
        IReadOnlyList<string> messages = await DotnetBuild.RunAsync(folder, analyze);
        foreach (string message in messages)
        {
            mismatches.Add(Check.Compile, null, message);
        }

        return new Emission(
            emitted, reported, messages.Count, File.Exists(folder.Assembly) ? CompiledAssembly.Load(folder.Assembly) : null);
    }

    /// <returns>The operations that are reported because their response is not JSON.</returns>
    private static List<string> CheckEmitted(
        SpecDocument spec, IReadOnlyList<EmittedOperation> emitted, IEnumerable<GeneratorDiagnostic> diagnostics, MismatchLog mismatches)
    {
        // Without annotations, there is a note for each operation that is not a create operation.
        List<GeneratorDiagnostic> unexplained =
            [.. diagnostics.Where(diagnostic => diagnostic.IsWarning || spec.HasEveryOperation)];
        List<string> reported = [];
        foreach (ApiOperation operation in spec.Operations.ExceptBy(emitted.Select(other => other.Key), operation => operation.Name))
        {
            GeneratorDiagnostic? diagnostic = unexplained.Find(diagnostic => diagnostic.Id == "LAT0008"
                && diagnostic.Message.Split(' ', '\'', '"').Contains(operation.Path, StringComparer.Ordinal));
            if (operation.BinaryType is { } type && diagnostic is not null)
            {
                unexplained.Remove(diagnostic);
                reported.Add($"{operation.Name}: its response is {type}");
            }
            else
            {
                mismatches.Add(Check.Generate, operation.Name, "the operation is not emitted");
            }
        }

        foreach (string key in emitted.Select(operation => operation.Key).Except(spec.Operations.Select(operation => operation.Name)))
        {
            mismatches.Add(Check.Generate, key, "the operation is emitted, although it is not to be");
        }

        foreach (GeneratorDiagnostic diagnostic in unexplained)
        {
            mismatches.Add(Check.Generate, null, diagnostic.ToString());
        }

        return reported;
    }
}

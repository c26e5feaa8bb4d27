using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Generation;

/// <summary>Runs the generator, and compiles and loads the emitted sources.</summary>
/// <param name="Routes">The routes of the emitted operations.</param>
/// <param name="Warnings">The number of warnings and errors from the compiler.</param>
/// <param name="Assembly">The compiled assembly, or <see langword="null"/> if the sources do not compile.</param>
internal sealed record Emission(IReadOnlySet<string> Routes, int Warnings, CompiledAssembly? Assembly)
{
    public static async Task<Emission> CreateAsync(SpecDocument spec, string? keep, MismatchLog mismatches)
    {
        GeneratorOutput run = GeneratorOutput.Create(spec);
        if (run.Failure is not null)
        {
            mismatches.Add(Check.Generate, null, $"the generator threw {run.Failure}");
        }

        foreach (string diagnostic in run.Diagnostics)
        {
            mismatches.Add(Check.Generate, null, diagnostic);
        }

        HashSet<string> routes = EmittedRoutes.Find(run.Compilation);
        foreach (CreateOperation create in spec.Creates.Where(create => !routes.Contains(create.Path)))
        {
            mismatches.Add(Check.Generate, create.Name, "the operation is not emitted");
        }

        foreach (string route in routes.Except(spec.Creates.Select(create => create.Path)).Order(StringComparer.Ordinal))
        {
            mismatches.Add(Check.Generate, $"POST {route}", "the operation is emitted, although it is not a create operation");
        }

        using var folder = new BuildFolder(keep);
        folder.Write(run.Sources, ConsumerWriter.Write(run.Compilation));
        IReadOnlyList<string> messages = await DotnetBuild.RunAsync(folder);
        foreach (string message in messages)
        {
            mismatches.Add(Check.Compile, null, message);
        }

        return new Emission(routes, messages.Count, File.Exists(folder.Assembly) ? CompiledAssembly.Load(folder.Assembly) : null);
    }
}

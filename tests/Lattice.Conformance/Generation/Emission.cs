using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Generation;

/// <summary>Runs the generator, compiles what it emits and loads it.</summary>
/// <param name="Routes">The routes of the emitted operations.</param>
/// <param name="Warnings">How many warnings and errors the compiler gave.</param>
/// <param name="Assembly">What was compiled; <see langword="null"/> if it does not compile.</param>
internal sealed record Emission(IReadOnlySet<string> Routes, int Warnings, CompiledAssembly? Assembly)
{
    public static async Task<Emission> MakeAsync(Specification spec, string? keep, MismatchLog mismatches)
    {
        GeneratorRun run = GeneratorRun.Execute(spec);
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
            mismatches.Add(Check.Generate, create.Name, "no operation is emitted");
        }

        foreach (string route in routes.Except(spec.Creates.Select(create => create.Path)).Order(StringComparer.Ordinal))
        {
            mismatches.Add(Check.Generate, $"POST {route}", "an operation is emitted, though it is no create");
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

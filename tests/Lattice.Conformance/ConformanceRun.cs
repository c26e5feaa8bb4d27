using Lattice.Conformance.Calls;
using Lattice.Conformance.Decoding;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.Generation;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.Sending;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance;

/// <summary>Runs all checks for one specification.</summary>
internal static class ConformanceRun
{
    /// <param name="progress">Receives progress messages, because compiling a whole specification takes a while.</param>
    public static async Task<Report> RunAsync(Options options, TextWriter progress)
    {
        var mismatches = new MismatchLog();
        List<string> explained = [];
        var spec = SpecDocument.Load(options.Spec);

        foreach ((string? create, string difference) in SecondOpinion.Compare(spec))
        {
            mismatches.Add(Check.Read, create, difference);
        }

        progress.WriteLine($"Generating and compiling {spec.Creates.Count} create operations of {spec.Version} …");
        Emission emission = await Emission.CreateAsync(spec, options.Keep, mismatches);
        List<(CreateOperation Create, GeneratedOperation Operation)> callable = [.. FindCallable(spec, emission, mismatches)];

        progress.WriteLine("Encoding and decoding …");
        var covered = new CoveredTypes();
        var encoding = new EncodingCheck(spec, covered, mismatches);
        var decoding = new DecodingCheck(options.Fixtures is null ? null : Fixtures.Load(options.Fixtures), covered, mismatches, explained);
        foreach ((CreateOperation create, GeneratedOperation operation) in callable)
        {
            await encoding.RunAsync(create, operation);
            await decoding.RunAsync(create, operation);
        }

        foreach (Type type in covered.FindUncovered(emission.Assembly?.Types ?? []))
        {
            Check check = CoveredTypes.IsResponse(type) ? Check.Decode : Check.Encode;
            mismatches.Add(check, null, $"{type.FullName} is emitted, but no sample value uses it");
        }

        if (options.Server is not null)
        {
            progress.WriteLine($"Sending to {options.Server} …");
            using var sending = new SendingCheck(options.Server, mismatches);
            foreach ((CreateOperation create, GeneratedOperation operation) in callable)
            {
                await sending.RunAsync(create, operation);
            }
        }

        string[] called = [.. callable.Select(entry => entry.Create.Name)];
        return new Report(
            spec.Creates.Count,
            spec.Creates.Count(create => emission.Routes.Contains(create.Path)),
            called.Length,
            emission.Warnings,
            mismatches.CountWithout(Check.Encode, called),
            mismatches.CountWithout(Check.Decode, called),
            options.Server is null ? null : mismatches.CountWithout(Check.Send, called),
            mismatches.Mismatches,
            explained);
    }

    private static IEnumerable<(CreateOperation Create, GeneratedOperation Operation)> FindCallable(
        SpecDocument spec, Emission emission, MismatchLog mismatches)
    {
        foreach (CreateOperation create in spec.Creates.Where(create => emission.Routes.Contains(create.Path)))
        {
            GeneratedOperation[] operations = [.. emission.Assembly?.Operations[create.Path] ?? []];
            string? reason = operations switch
            {
                [] => "the operation is emitted, but is not in the compiled assembly",
                [{ CanBeCalled: true }] => null,
                [var only] => $"{only.Name} has no static method Try…Async",
                _ => "the operation is emitted more than once: " + string.Join(", ", operations.Select(operation => operation.Name)),
            };
            if (reason is null)
            {
                yield return (create, operations[0]);
            }
            else
            {
                mismatches.Add(Check.Compile, create.Name, reason);
            }
        }
    }
}

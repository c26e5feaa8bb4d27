using Lattice.Conformance.Calls;
using Lattice.Conformance.Decoding;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.Generation;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.Sending;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance;

/// <summary>Runs all checks of one specification.</summary>
internal static class ConformanceRun
{
    /// <param name="progress">Where it says what it is doing, for compiling a whole specification takes its time.</param>
    public static async Task<Report> RunAsync(Options options, TextWriter progress)
    {
        var mismatches = new MismatchLog();
        List<string> explained = [];
        var spec = Specification.Load(options.Spec);

        foreach ((string? create, string difference) in SecondOpinion.Compare(spec))
        {
            mismatches.Add(Check.Read, create, difference);
        }

        progress.WriteLine($"Generating and compiling {spec.Creates.Count} creates of {spec.Version} …");
        Emission emission = await Emission.MakeAsync(spec, options.Keep, mismatches);
        List<(CreateOperation Create, GeneratedOperation Operation)> callable = [.. FindCallable(spec, emission, mismatches)];

        progress.WriteLine("Encoding and decoding …");
        var seen = new SeenTypes();
        var encoding = new EncodingCheck(spec, seen, mismatches);
        var decoding = new DecodingCheck(options.Fixtures is null ? null : Fixtures.Load(options.Fixtures), seen, mismatches, explained);
        foreach ((CreateOperation create, GeneratedOperation operation) in callable)
        {
            await encoding.RunAsync(create, operation);
            await decoding.RunAsync(create, operation);
        }

        foreach (Type type in seen.FindUnseen(emission.Assembly?.Types ?? []))
        {
            mismatches.Add(SeenTypes.IsResponse(type) ? Check.Decode : Check.Encode, null, $"{type.FullName} is emitted, but no made value leads to it");
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

    private static IEnumerable<(CreateOperation Create, GeneratedOperation Operation)> FindCallable(Specification spec, Emission emission, MismatchLog mismatches)
    {
        foreach (CreateOperation create in spec.Creates.Where(create => emission.Routes.Contains(create.Path)))
        {
            GeneratedOperation[] operations = [.. emission.Assembly?.Operations[create.Path] ?? []];
            string? reason = operations switch
            {
                [] => "it is emitted, but not in the compiled assembly",
                [{ CanBeCalled: true }] => null,
                [var only] => $"{only.Name} has no static method Try…Async",
                _ => $"it is emitted {operations.Length} times: {string.Join(", ", operations.Select(operation => operation.Name))}",
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

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
        var misses = new MissLog();
        List<string> explained = [];
        var spec = Specification.Load(options.Spec);

        foreach ((string? create, string difference) in SecondOpinion.Compare(spec))
        {
            misses.Add(Check.Read, create, difference);
        }

        progress.WriteLine($"Generating and compiling {spec.Creates.Count} creates of {spec.Version} …");
        Emission emission = await Emission.MakeAsync(spec, options.Keep, misses);
        List<(CreateOperation Create, GeneratedOperation Operation)> callable = [.. FindCallable(spec, emission, misses)];

        progress.WriteLine("Encoding and decoding …");
        var seen = new SeenTypes();
        var encoding = new EncodingCheck(spec, seen, misses);
        var decoding = new DecodingCheck(options.Fixtures is null ? null : Fixtures.Load(options.Fixtures), seen, misses, explained);
        foreach ((CreateOperation create, GeneratedOperation operation) in callable)
        {
            await encoding.RunAsync(create, operation);
            await decoding.RunAsync(create, operation);
        }

        foreach (Type type in seen.FindUnseen(emission.Assembly?.Types ?? []))
        {
            misses.Add(SeenTypes.IsAnswer(type) ? Check.Decode : Check.Encode, null, $"{type.FullName} is emitted, but no made value leads to it");
        }

        if (options.Server is not null)
        {
            progress.WriteLine($"Sending to {options.Server} …");
            using var sending = new SendingCheck(options.Server, misses);
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
            misses.CountWithout(Check.Encode, called),
            misses.CountWithout(Check.Decode, called),
            options.Server is null ? null : misses.CountWithout(Check.Send, called),
            misses.Misses,
            explained);
    }

    private static IEnumerable<(CreateOperation Create, GeneratedOperation Operation)> FindCallable(Specification spec, Emission emission, MissLog misses)
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
                misses.Add(Check.Compile, create.Name, reason);
            }
        }
    }
}

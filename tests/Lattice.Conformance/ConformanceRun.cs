using Lattice.Conformance.Calls;
using Lattice.Conformance.Decoding;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.Generation;
using Lattice.Conformance.Naming;
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
        var spec = SpecDocument.Load(options.Spec, options.Every);

        foreach ((string? operation, string difference) in SecondOpinion.Compare(spec))
        {
            mismatches.Add(Check.Read, operation, difference);
        }

        progress.WriteLine($"Generating and compiling {spec.Operations.Count} operations of {spec.Version} …");
        Emission emission = await Emission.CreateAsync(spec, options.Keep, options.Analyze, mismatches);
        List<(ApiOperation Operation, GeneratedOperation Generated)> callable = [.. FindCallable(spec, emission, mismatches)];

        if (options.Every)
        {
            progress.WriteLine("Generating each operation alone …");
            new NameCheck(spec, mismatches).Run(emission.Operations);
        }

        progress.WriteLine("Encoding and decoding …");
        var covered = new CoveredTypes();
        var encoding = new EncodingCheck(spec, covered, mismatches);
        Fixtures? fixtures = options.Fixtures is null ? null : Fixtures.Load(options.Fixtures);
        var decoding = new DecodingCheck(spec, fixtures, covered, mismatches, explained);
        var paging = new PagingCheck(spec, mismatches);
        foreach ((ApiOperation operation, GeneratedOperation generated) in callable)
        {
            await encoding.RunAsync(operation, generated);
            await decoding.RunAsync(operation, generated);
            await paging.RunAsync(operation, generated);
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
            foreach ((ApiOperation operation, GeneratedOperation generated) in callable)
            {
                await sending.RunAsync(operation, generated);
            }
        }

        string[] called = [.. callable.Select(entry => entry.Operation.Name)];
        return new Report(
            spec.Operations.Count,
            spec.Operations.IntersectBy(emission.Operations.Select(emitted => emitted.Key), operation => operation.Name).Count(),
            emission.Reported,
            called.Length,
            emission.Warnings,
            mismatches.CountWithout(Check.Encode, called),
            mismatches.CountWithout(Check.Decode, called),
            options.Server is null ? null : mismatches.CountWithout(Check.Send, called),
            mismatches.Mismatches,
            explained,
            emission.Operations.ToLookup(emitted => emitted.Key, emitted => emitted.Name));
    }

    private static IEnumerable<(ApiOperation Operation, GeneratedOperation Generated)> FindCallable(
        SpecDocument spec, Emission emission, MismatchLog mismatches)
    {
        HashSet<string> emitted = [.. emission.Operations.Select(operation => operation.Key)];
        foreach (ApiOperation operation in spec.Operations.Where(operation => emitted.Contains(operation.Name)))
        {
            GeneratedOperation[] operations = [.. emission.Assembly?.Operations[operation.Name] ?? []];
            string? reason = operations switch
            {
                [] => "the operation is emitted, but is not in the compiled assembly",
                [{ CanBeCalled: true }] => null,
                [var only] => $"{only.Name} has no static method Try…Async",
                _ => "the operation is emitted more than once: " + string.Join(", ", operations.Select(operation => operation.Name)),
            };
            if (reason is null)
            {
                yield return (operation, operations[0]);
            }
            else
            {
                mismatches.Add(Check.Compile, operation.Name, reason);
            }
        }
    }
}

using System.Globalization;
using Lattice.Fuzz.Configuration;
using Lattice.Fuzz.Findings;
using Lattice.Fuzz.Requests;
using Lattice.Fuzz.Responses;
using Lattice.Fuzz.Running;
using Lattice.Fuzz.Slices;

namespace Lattice.Fuzz;

/// <summary>Runs the targets one after the other.</summary>
internal static class FuzzRun
{
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromSeconds(120);

    private static readonly Dictionary<string, Func<IFuzzTarget>> s_targets = new(StringComparer.Ordinal)
    {
        [ResponseTarget.TargetName] = () => new ResponseTarget(),
        [SliceTarget.TargetName] = () => new SliceTarget(),
        [ConfigurationTarget.TargetName] = () => new ConfigurationTarget(),
        [RequestTarget.TargetName] = () => new RequestTarget(),
    };

    public static IReadOnlyCollection<string> TargetNames => s_targets.Keys;

    /// <returns>The number of findings.</returns>
    public static async Task<int> RunAsync(Options options, TextWriter output, CancellationToken cancellationToken)
    {
        var findings = new FindingWriter(output, options.Output);
        int count = 0;
        string[] names = options.Target is { } only ? [only] : [.. TargetNames];
        foreach (string name in names)
        {
            IFuzzTarget target = s_targets[name]();
            TargetResult result = await new TargetRun(target, options.Seed, options.Output, s_timeLimit).RunAsync(
                options.Only ?? 0,
                options.Only is null ? options.Iterations : 1,
                options.Only is null && options.Iterations is null ? options.Time / names.Length : null,
                findings.Write,
                cancellationToken);
            output.WriteLine(Describe(result, options.Seed));
            count += result.Findings;
        }

        return count;
    }

    private static string Describe(TargetResult result, int seed)
    {
        string rate = (result.Iterations / result.Time.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture);
        string stopped = result.Findings >= TargetRun.MaxFindings ? " The run stopped early, because they have most likely the same causes." : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Target}: {result.Iterations:N0} inputs of seed {seed} in {result.Time.TotalSeconds:N1} s ({rate}/s), {result.Findings} findings.{stopped}");
    }
}

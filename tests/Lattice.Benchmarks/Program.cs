using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Lattice.Benchmarks.Calls;
using Lattice.Benchmarks.Chart;
using Perfolizer.Horology;

// The benchmarks of calls for the README, in one process. A filter can follow. Iterations are many and short, so that a busy moment of a
// shared machine spoils few of them; the warmup is long enough for the JIT to optimize.
if (args is ["--quick", ..])
{
    IConfig quick = DefaultConfig.Instance
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(60).WithIterationCount(40).WithIterationTime(TimeInterval.FromMilliseconds(25)))
        .AddExporter(JsonExporter.Brief)
        .WithOptions(ConfigOptions.DisableLogFile);
    Type[] calls =
    [
        typeof(CallBenchmarks), typeof(EncodingBenchmarks), typeof(DecodingBenchmarks), typeof(ErrorBenchmarks), typeof(ListBenchmarks),
        typeof(LoopbackBenchmarks),
    ];
    BenchmarkSwitcher.FromTypes(calls).Run(args is [_, var filter] ? ["--filter", filter] : ["--filter", "*"], quick);
    return 0;
}

// The chart of the README, from the last report of CallBenchmarks, and the same numbers for its table.
if (args is ["--chart", var chartFile])
{
    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    try
    {
        var chart = new CallChart(CallReport.Read(CallReport.DefaultPath));
        File.WriteAllText(chartFile, chart.ToSvg());
        Console.Write(chart.ToMarkdown());
        return 0;
    }
    catch (InvalidDataException exception)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }
}

BenchmarkSwitcher.FromAssembly(typeof(CallBenchmarks).Assembly).Run(args);
return 0;

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Lattice.Benchmarks.Calls;
using Perfolizer.Horology;

// The benchmarks of calls for the README, in one process and with few iterations. A filter can follow.
if (args is ["--quick", ..])
{
    IConfig quick = DefaultConfig.Instance
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(3).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(200)))
        .WithOptions(ConfigOptions.DisableLogFile);
    Type[] calls =
    [
        typeof(CallBenchmarks), typeof(EncodingBenchmarks), typeof(DecodingBenchmarks), typeof(ErrorBenchmarks), typeof(ListBenchmarks),
        typeof(LoopbackBenchmarks),
    ];
    BenchmarkSwitcher.FromTypes(calls).Run(args is [_, var filter] ? ["--filter", filter] : ["--filter", "*"], quick);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(CallBenchmarks).Assembly).Run(args);

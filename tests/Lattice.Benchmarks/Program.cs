using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Lattice.Benchmarks.Calls;
using Perfolizer.Horology;

// The table of the README: the benchmarks of calls, in one process and with few iterations.
if (args is ["--quick"])
{
    IConfig quick = DefaultConfig.Instance
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(3).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(200)))
        .WithOptions(ConfigOptions.DisableLogFile);
    BenchmarkRunner.Run(
        [typeof(CallBenchmarks), typeof(EncodingBenchmarks), typeof(DecodingBenchmarks), typeof(ErrorBenchmarks), typeof(LoopbackBenchmarks)], quick);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(CallBenchmarks).Assembly).Run(args);

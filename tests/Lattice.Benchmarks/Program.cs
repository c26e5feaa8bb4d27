using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Lattice.Benchmarks.Calls;

// The table of the README: the benchmarks of calls, in one process and with few iterations.
if (args is ["--quick"])
{
    IConfig quick = DefaultConfig.Instance
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .WithOptions(ConfigOptions.DisableLogFile);
    BenchmarkRunner.Run(
        [typeof(CallBenchmarks), typeof(EncodingBenchmarks), typeof(DecodingBenchmarks), typeof(ErrorBenchmarks), typeof(LoopbackBenchmarks)], quick);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(CallBenchmarks).Assembly).Run(args);

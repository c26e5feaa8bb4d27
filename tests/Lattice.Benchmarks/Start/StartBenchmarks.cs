using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Lattice.Benchmarks.Calls;

namespace Lattice.Benchmarks.Start;

/// <summary>
/// Measures a process from its start through one call over HTTP on the loopback address to its exit, with native AOT (net10.0, linked with
/// gcc, on Linux) and with the JIT.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 3, iterationCount: 30)]
public class StartBenchmarks
{
    private AccountLinkServer _server = null!;
    private StartApp _floor = null!;
    private StartApp _lattice = null!;

    [Params(true, false)]
    public bool AheadOfTime { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _server = await AccountLinkServer.StartAsync();
        _floor = StartApp.PublishFloor(AheadOfTime);
        _lattice = StartApp.PublishLattice(AheadOfTime);
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        Console.WriteLine($"// Program sizes in bytes: floor {_floor.Size:N0}, Lattice {_lattice.Size:N0}");
        _floor.Dispose();
        _lattice.Dispose();
        await _server.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public void Floor() => _floor.Run(_server.Address);

    [Benchmark]
    public void Lattice() => _lattice.Run(_server.Address);
}

using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Lattice.Benchmarks.Calls;

namespace Lattice.Benchmarks.Start;

/// <summary>
/// From the start of a process to its first account link and its exit, over HTTP on the loopback interface: compiled ahead of
/// time (net10.0, linked with gcc, on Linux) and just in time.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 3, iterationCount: 30)]
public class StartBenchmarks
{
    private LoopbackServer _server = null!;
    private StartApp _floor = null!;
    private StartApp _lattice = null!;

    [Params(true, false)]
    public bool AheadOfTime { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _server = await LoopbackServer.StartAsync();
        _floor = StartApp.PublishFloor(AheadOfTime);
        _lattice = StartApp.PublishLattice(AheadOfTime);
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        Console.WriteLine($"// Bytes of the programs: floor {_floor.Size:N0}, Lattice {_lattice.Size:N0}");
        _floor.Dispose();
        _lattice.Dispose();
        await _server.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public void Floor() => _floor.Run(_server.Address);

    [Benchmark]
    public void Lattice() => _lattice.Run(_server.Address);
}

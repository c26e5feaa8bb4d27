using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace Lattice.Benchmarks.Generator;

/// <summary>Measures the first run of the generator in a process, as in a build: one run in each of several processes.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 8, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class ColdGenerationBenchmarks
{
    private GeneratorSession _run = null!;

    /// <summary>The number of create operations in the slice.</summary>
    [Params(1, 10, 83)]
    public int Creates { get; set; }

    [GlobalSetup]
    public void Setup() => _run = new GeneratorSession(FullSpec.Cut(Creates));

    [Benchmark]
    public int Generate() => _run.Run();
}

/// <summary>Measures later runs of the generator in a process, as in an IDE.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 3, iterationCount: 10)]
public class WarmGenerationBenchmarks
{
    private string _slice = null!;
    private GeneratorSession _done = null!;
    private int _edits;

    /// <summary>The number of create operations in the slice.</summary>
    [Params(1, 10, 83)]
    public int Creates { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _slice = FullSpec.Cut(Creates);
        _done = new GeneratorSession(_slice);
        _done.Run();
    }

    [Benchmark]
    public int Generate() => new GeneratorSession(_slice).Run();

    [Benchmark]
    public int UnrelatedEdit() => _done.Run(_done.Edit(_edits++));
}

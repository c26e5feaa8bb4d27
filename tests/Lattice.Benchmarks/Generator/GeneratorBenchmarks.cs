using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace Lattice.Benchmarks.Generator;

/// <summary>Generation in a process that has not run the generator before, as in a build: one run in each of several processes.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 8, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class ColdGenerationBenchmarks
{
    private GeneratorRun _run = null!;

    /// <summary>How many creates the slice has.</summary>
    [Params(1, 10, 83)]
    public int Creates { get; set; }

    [GlobalSetup]
    public void Setup() => _run = new GeneratorRun(FullSpec.Cut(Creates));

    [Benchmark]
    public int Generate() => _run.Run();
}

/// <summary>Generation in a process that has run the generator before, as in an IDE.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 3, iterationCount: 10)]
public class WarmGenerationBenchmarks
{
    private string _slice = null!;
    private GeneratorRun _done = null!;
    private int _edits;

    /// <summary>How many creates the slice has.</summary>
    [Params(1, 10, 83)]
    public int Creates { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _slice = FullSpec.Cut(Creates);
        _done = new GeneratorRun(_slice);
        _done.Run();
    }

    [Benchmark]
    public int Generate() => new GeneratorRun(_slice).Run();

    [Benchmark]
    public int UnrelatedEdit() => _done.Run(_done.Edit(_edits++));
}

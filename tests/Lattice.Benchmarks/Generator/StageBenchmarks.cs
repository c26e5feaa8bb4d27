using BenchmarkDotNet.Attributes;
using Lattice.Generator.Emitting;
using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.Reading;

namespace Lattice.Benchmarks.Generator;

/// <summary>What each stage takes of a generation: parsing the JSON, parsing and reading the model, emitting.</summary>
[SimpleJob(warmupCount: 3, iterationCount: 10)]
public class StageBenchmarks
{
    private string _text = null!;
    private ApiModel _model = null!;

    [GlobalSetup]
    public void Setup()
    {
        _text = FullSpec.Cut(83);
        _model = SpecReader.Read(_text, "Lattice.Stripe", CancellationToken.None).Model;
    }

    [Benchmark]
    public object? ParseOnly() => JsonParser.Parse(_text, out _);

    [Benchmark]
    public int ParseAndRead() => SpecReader.Read(_text, "Lattice.Stripe", CancellationToken.None).Model.Groups.Count;

    [Benchmark]
    public int Emit() => _model.Groups.Sum(group => group.Types.Sum(type => TypeEmitter.Emit(type, CancellationToken.None).Length));
}

using BenchmarkDotNet.Attributes;
using Lattice.Generator.Emitting;
using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Reading;

namespace Lattice.Benchmarks.Generator;

/// <summary>Measures the stages of a generator run: parsing, checking, parsing and reading into a model, emitting.</summary>
[SimpleJob(warmupCount: 3, iterationCount: 10)]
public class StageBenchmarks
{
    private string _text = null!;
    private JsonValue _root = null!;
    private ApiModel _model = null!;

    [GlobalSetup]
    public void Setup()
    {
        _text = FullSpec.Cut(83);
        _root = JsonParser.Parse(_text, out _)!;
        _model = Read();
    }

    [Benchmark]
    public object? ParseOnly() => JsonParser.Parse(_text, out _);

    [Benchmark]
    public int Check() => DocumentChecker.Check(_root).Count;

    [Benchmark]
    public int ParseAndModel() => Read().Groups.Count;

    [Benchmark]
    public int Emit() => _model.Groups.Sum(group =>
        FileEmitter.Emit(group, (_, exception) => throw exception, CancellationToken.None).Length);

    private ApiModel Read() => SpecReader.Read(_text, "Lattice.Stripe", CancellationToken.None).Model;
}

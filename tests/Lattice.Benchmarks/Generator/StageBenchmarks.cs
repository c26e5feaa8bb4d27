using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Lattice.Generator.Emitting;
using Lattice.Generator.Model;
using Lattice.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi.Reader;

namespace Lattice.Benchmarks.Generator;

/// <summary>What each stage takes of a generation: parsing with the OpenAPI library, parsing and modelling, emitting.</summary>
[SimpleJob(warmupCount: 3, iterationCount: 10)]
public class StageBenchmarks
{
    private string _text = null!;
    private ImmutableArray<SpecFile> _files;
    private ApiModel _model = null!;

    [GlobalSetup]
    public void Setup()
    {
        _text = FullSpec.Cut(83);
        _files = [SpecFile.Load(new Slice(_text), CancellationToken.None)];
        _model = SpecReader.Read(_files, "Lattice.Stripe", CancellationToken.None);
    }

    [Benchmark]
    public object? ParseOnly() =>
        new OpenApiJsonReader().Read(JsonNode.Parse(_text)!, new Uri("file:///slice.json"), new OpenApiReaderSettings()).Document;

    [Benchmark]
    public int ParseAndModel() => SpecReader.Read(_files, "Lattice.Stripe", CancellationToken.None).Groups.Count;

    [Benchmark]
    public int Emit() => _model.Groups.Sum(group => group.Types.Sum(type => TypeEmitter.Emit(type, CancellationToken.None).Length));

    private sealed class Slice(string text) : AdditionalText
    {
        public override string Path => "stripe.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }
}

using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Lattice.Stripe;
using Lattice.Stripe.Serialization;

namespace Lattice.Benchmarks.Calls;

/// <summary>An account link, from bytes to the resource.</summary>
[MemoryDiagnoser]
public class DecodingBenchmarks
{
    private readonly byte[] _answer = Encoding.UTF8.GetBytes(AnsweringHandler.AccountLink);

    [Benchmark(Baseline = true)]
    public object Floor() => FloorClient.Decode(_answer);

    [Benchmark]
    public object Lattice() => Decoder.Decode(_answer, AccountLink.CreateOperation.Reader);

    [Benchmark]
    public object SystemTextJson() => JsonSerializer.Deserialize(_answer, CarefulContext.Default.CarefulLink)!;
}

internal static class Decoder
{
    public static StripeResource Decode(byte[] answer, StripeObjectReader<StripeResource> reader)
    {
        var json = new StripeJsonReader(answer);
        json.Advance();
        return reader(ref json);
    }
}

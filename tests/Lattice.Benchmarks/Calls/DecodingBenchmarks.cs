using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Lattice.Stripe;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Benchmarks.Calls;

/// <summary>Measures decoding an account link.</summary>
[MemoryDiagnoser]
public class DecodingBenchmarks
{
    private readonly byte[] _response = Encoding.UTF8.GetBytes(RespondingHandler.AccountLink);

    [Benchmark(Baseline = true)]
    public object Floor() => FloorClient.Decode(_response);

    [Benchmark]
    public object Lattice() => Decoder.Decode(_response, AccountLink.CreateOperation.Reader);

    [Benchmark]
    public object SystemTextJson() => JsonSerializer.Deserialize(_response, CarefulContext.Default.CarefulLink)!;
}

internal static class Decoder
{
    public static StripeResource Decode(byte[] response, StripeObjectReader<StripeResource> reader)
    {
        var json = new StripeJsonReader(response);
        json.Advance();
        return reader(ref json);
    }
}

using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Lattice.Benchmarks.Generator;
using Lattice.Stripe;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Benchmarks.Calls;

/// <summary>Measures decoding a payment intent, compared with parsing it as a <see cref="JsonElement"/>.</summary>
[MemoryDiagnoser]
public class PaymentIntentBenchmarks
{
    private byte[] _response = null!;
    private StripeObjectReader<StripeResource> _reader = null!;

    [GlobalSetup]
    public void Setup()
    {
        _response = GeneratedPaymentIntent.GetExample();
        _reader = GeneratedPaymentIntent.GetReader();
    }

    [Benchmark]
    public object Lattice() => Decoder.Decode(_response, _reader);

    [Benchmark(Baseline = true)]
    public object Element() => JsonElement.Parse(_response);
}

using System.Buffers;
using BenchmarkDotNet.Attributes;
using Lattice.Stripe;
using Lattice.Stripe.Buffers;
using Lattice.Stripe.Serialization.Form;
using Microsoft.Kiota.Serialization.Form;

namespace Lattice.Benchmarks.Calls;

/// <summary>Measures encoding the form body of an account link.</summary>
[MemoryDiagnoser]
public class EncodingBenchmarks
{
    private readonly AccountLinkCreateParams _parameters = Example.Parameters;

    [Benchmark(Baseline = true)]
    public int Floor()
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(1024);
        int length = FloorClient.Encode(
            buffer, Example.Account, "account_onboarding", Example.RefreshUrl, Example.ReturnUrl, "eventually_due");
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return length;
    }

    [Benchmark]
    public int Lattice()
    {
        PooledBytes body = FormBody.Encode(_parameters, extra: null);
        int length = body.Length;
        body.Dispose();
        return length;
    }

    [Benchmark]
    public long FormUrlEncoded()
    {
        using var content = new FormUrlEncodedContent(CarefulClient.GetFields(
            Example.Account, "account_onboarding", Example.RefreshUrl, Example.ReturnUrl, "eventually_due"));
        return content.Headers.ContentLength!.Value;
    }

    [Benchmark]
    public long Kiota()
    {
        using var writer = new FormSerializationWriter();
        foreach ((string name, string value) in CarefulClient.GetFields(
            Example.Account, "account_onboarding", Example.RefreshUrl, Example.ReturnUrl, "eventually_due"))
        {
            writer.WriteStringValue(name, value);
        }

        using Stream content = writer.GetSerializedContent();
        return content.Length;
    }
}

using BenchmarkDotNet.Attributes;
using Lattice.Stripe;

namespace Lattice.Benchmarks.Calls;

/// <summary>Measures one call that creates an account link, from the parameters to the resource, with an in-memory handler.</summary>
[MemoryDiagnoser]
public class CallBenchmarks
{
    private FloorClient _floor = null!;
    private CarefulClient _careful = null!;
    private IStripeClient _lattice = null!;
    private IStripeClient _latticeOverHttpClient = null!;
    private StripeNetClient _stripeNet = null!;

    /// <summary>Whether the handler completes asynchronously, as the network does.</summary>
    [Params(false, true)]
    public bool Yields { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var handler = new RespondingHandler(Yields);
        var options = new StripeClientOptions { ApiKey = Example.ApiKey };
        _floor = new FloorClient(FloorClient.CreateHttpClient(handler));
        _careful = new CarefulClient(CarefulClient.CreateHttpClient(handler));
        _lattice = new StripeClient(options, handler);
        _latticeOverHttpClient = new StripeClient(options, new HttpClient(handler));
        _stripeNet = new StripeNetClient(new HttpClient(handler));
    }

    [Benchmark(Baseline = true)]
    public async Task<object> Floor() => await _floor.CreateAsync(
        Example.Account, "account_onboarding", Example.RefreshUrl, Example.ReturnUrl, "eventually_due", CancellationToken.None);

    [Benchmark]
    public async Task<object> Careful() => await _careful.CreateAsync(
        Example.Account, "account_onboarding", Example.RefreshUrl, Example.ReturnUrl, "eventually_due", CancellationToken.None);

    [Benchmark]
    public async Task<object> Lattice() => await AccountLink.CreateAsync(_lattice, Example.Parameters);

    [Benchmark]
    public async Task<object> LatticeOverHttpClient() => await AccountLink.CreateAsync(_latticeOverHttpClient, Example.Parameters);

    [Benchmark]
    public async Task<object> StripeNet() => await _stripeNet.CreateAsync();
}

using BenchmarkDotNet.Attributes;
using Lattice.Stripe;

namespace Lattice.Benchmarks.Calls;

/// <summary>Measures calls over HTTP on the loopback address from several concurrent callers. The results are per call.</summary>
[MemoryDiagnoser]
public class LoopbackBenchmarks
{
    private const int Calls = 1024;

    private AccountLinkServer _server = null!;
    private CarefulClient _careful = null!;
    private FloorClient _floor = null!;
    private IStripeClient _lattice = null!;

    [Params(1, 8, 64)]
    public int Callers { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _server = await AccountLinkServer.StartAsync();
        Uri address = _server.Address;
        _floor = new FloorClient(FloorClient.CreateHttpClient(new SocketsHttpHandler()), address);
        _careful = new CarefulClient(CarefulClient.CreateHttpClient(new RedirectingHandler(address)));
        _lattice = new StripeClient(new StripeClientOptions { ApiKey = Example.ApiKey, BaseAddress = address });
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _server.DisposeAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public Task Floor() => RunAsync(() => _floor.CreateAsync(
        Example.Account, "account_onboarding", Example.RefreshUrl, Example.ReturnUrl, "eventually_due", CancellationToken.None));

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Careful() => RunAsync(() => _careful.CreateAsync(
        Example.Account, "account_onboarding", Example.RefreshUrl, Example.ReturnUrl, "eventually_due", CancellationToken.None));

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Lattice() => RunAsync(() => AccountLink.CreateAsync(_lattice, Example.Parameters));

    private Task RunAsync(Func<Task> call) => Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
    {
        for (int i = 0; i < Calls / Callers; i++)
        {
            await call();
        }
    })));

    /// <summary>Sends the careful client's requests to this server instead of Stripe.</summary>
    private sealed class RedirectingHandler(Uri address) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(address, request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

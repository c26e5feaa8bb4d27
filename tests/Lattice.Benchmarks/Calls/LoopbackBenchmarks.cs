using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using Lattice.Stripe;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Lattice.Benchmarks.Calls;

/// <summary>Creates over HTTP on the loopback interface, from several callers at once; the figures are of one create.</summary>
[MemoryDiagnoser]
public class LoopbackBenchmarks
{
    private const int Calls = 1024;

    private WebApplication _server = null!;
    private CarefulClient _careful = null!;
    private FloorClient _floor = null!;
    private IStripeClient _lattice = null!;

    [Params(1, 8, 64)]
    public int Callers { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        byte[] answer = Encoding.UTF8.GetBytes(AnsweringHandler.AccountLink);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(async context =>
        {
            await context.Request.BodyReader.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        await _server.StartAsync();
        var address = new Uri(_server.Urls.Single());
        _floor = new FloorClient(FloorClient.CreateHttpClient(new RedirectingHandler(address)));
        _careful = new CarefulClient(CarefulClient.CreateHttpClient(new RedirectingHandler(address)));
        _lattice = new StripeClient(new StripeClientOptions { ApiKey = Example.ApiKey }, new RedirectingHandler(address));
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

    /// <summary>All contenders call the address of Stripe; it is here.</summary>
    private sealed class RedirectingHandler(Uri address) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(address, request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

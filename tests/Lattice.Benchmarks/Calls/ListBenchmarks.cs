using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BenchmarkDotNet.Attributes;
using Lattice.Stripe;
using Lattice.TestSupport.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Lattice.Benchmarks.Calls;

/// <summary>
/// Measures reading a list of 10,000 elements in pages of 100, over HTTP on the loopback address, against a loop that is written by hand
/// with <see cref="HttpClient"/> and a source-generated serializer.
/// </summary>
[MemoryDiagnoser]
public partial class ListBenchmarks
{
    private const int Elements = 10_000;
    private const int PageSize = 100;

    private WebApplication _server = null!;
    private HttpClient _http = null!;
    private IStripeClient _client = null!;
    private Uri _address = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _server = await StartAsync();
        _address = new Uri(_server.Urls.Single());
        _http = FloorClient.CreateHttpClient(new SocketsHttpHandler());
        _client = new StripeClient(new StripeClientOptions { ApiKey = Example.ApiKey, BaseAddress = _address });
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _server.DisposeAsync();

    [Benchmark(Baseline = true)]
    public async Task<long> Loop()
    {
        long sum = 0;
        string? last = null;
        bool hasMore = true;
        while (hasMore)
        {
            string query = $"?limit={PageSize}" + (last is null ? "" : "&starting_after=" + Uri.EscapeDataString(last));
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_address, "/v1/things" + query));
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Example.ApiKey);
            request.Headers.TryAddWithoutValidation("Stripe-Version", "2026-09-30.endive");
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            await using Stream body = await response.Content.ReadAsStreamAsync();
            Page page = (await JsonSerializer.DeserializeAsync(body, PageContext.Default.Page))!;
            foreach (Element element in page.Data)
            {
                sum += element.Amount;
                last = element.Id;
            }

            hasMore = page.HasMore;
        }

        return sum;
    }

    [Benchmark]
    public async Task<long> Lattice()
    {
        long sum = 0;
        var parameters = new ThingParams { Number = PageSize };
        await foreach (Thing thing in StripePages.ReadAllAsync(
            Thing.ListOperation, static thing => thing.Id, _client, [], parameters, null, CancellationToken.None))
        {
            sum += thing.Amount;
        }

        return sum;
    }

    private static async Task<WebApplication> StartAsync()
    {
        byte[][] pages = [.. Enumerable.Range(0, Elements / PageSize).Select(CreatePage)];
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication application = builder.Build();
        application.Run(async context =>
        {
            string? after = context.Request.Query["starting_after"];
            byte[] page = pages[after is null ? 0 : (int.Parse(after["thing_".Length..]) / PageSize) + 1];
            context.Response.ContentType = "application/json";
            context.Response.Headers["Request-Id"] = "req_1";
            context.Response.ContentLength = page.Length;
            await context.Response.Body.WriteAsync(page);
        });
        await application.StartAsync();
        return application;
    }

    private static byte[] CreatePage(int number)
    {
        IEnumerable<string> elements = Enumerable.Range(number * PageSize, PageSize).Select(id =>
            $$$"""{"id":"thing_{{{id}}}","amount":{{{id}}},"live":true,"tags":["a","b"],"owner":{"name":"o"},"created":1700000000}""");
        string hasMore = number < (Elements / PageSize) - 1 ? "true" : "false";
        return Encoding.UTF8.GetBytes(
            $$"""{"object":"list","url":"/v1/things","has_more":{{hasMore}},"data":[{{string.Join(',', elements)}}]}""");
    }

    internal sealed record Owner([property: JsonPropertyName("name")] string Name);

    internal sealed record Element(
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("amount")] long Amount,
        [property: JsonPropertyName("live")] bool Live,
        [property: JsonPropertyName("tags")] List<string> Tags,
        [property: JsonPropertyName("owner")] Owner Owner,
        [property: JsonPropertyName("created")] long Created);

    internal sealed record Page(
        [property: JsonPropertyName("has_more")] bool HasMore,
        [property: JsonPropertyName("data")] List<Element> Data);

    [JsonSerializable(typeof(Page))]
    internal sealed partial class PageContext : JsonSerializerContext;
}

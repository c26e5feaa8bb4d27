using Lattice.Analyzers.Calls;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1009.</summary>
public class ClientPerCallTests
{
    private const string Web =
        """
        using System.Net.Http;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        using Microsoft.Extensions.Hosting;

        """;

    [Theory]
    [InlineData("""app.MapGet("/", async () => { using var client = [|new StripeClient("k")|]; await LoginLink.CreateForAccountAsync(client, "a"); });""")]
    [InlineData("""app.MapPost("/{id}", async (string id) => (await LoginLink.CreateForAccountAsync([|new StripeClient("k")|], id)).Url.HasValue);""")]
    [InlineData("""app.MapPost("/", (IServiceProvider s) => { using (var client = [|new StripeClient(new StripeClientOptions { ApiKey = "k" })|]) { return Use(client); } });""")]
    [InlineData("""app.MapMethods("/", ["PUT"], () => Use([|new StripeClient("k")|]));""")]
    [InlineData("""app.MapGroup("/x").MapGet("/", () => Use([|new StripeClient("k")|]));""")]
    [InlineData("""app.MapGet("/", () => new Shop([|new StripeClient("k")|]).ToString());""")]
    [InlineData("""app.MapGet("/", () => Task.Run(() => Use([|new StripeClient("k")|])));""")]
    [InlineData("""app.MapGet("/", Handle); string Handle() => Use([|new StripeClient("k")|]);""")]
    [InlineData("""app.MapGet("/", () => { return Local(); string Local() => Use([|new StripeClient("k")|]); });""")]
    [InlineData("""app.Use(async (context, next) => { Use([|new StripeClient("k")|]); await next(context); });""")]
    [InlineData("""app.Run(async context => { await context.Response.WriteAsync(Use([|new StripeClient("k")|])); });""")]
    [InlineData("""app.MapGet("/", (HttpContext c) => Use([|new StripeClient(new StripeClientOptions { ApiKey = c.Request.Path.Value! }, StripeClient.CreateHandler())|]));""")]
    [InlineData("""app.MapGet("/", () => { var handler = StripeClient.CreateHandler(); Use([|new StripeClient(new StripeClientOptions { ApiKey = "k" }, handler)|]); });""")]
    [InlineData("""services.AddTransient<IStripeClient>(_ => [|new StripeClient("k")|]);""")]
    [InlineData("""services.AddScoped(_ => [|new StripeClient("k")|]);""")]
    [InlineData("""services.AddScoped<IStripeClient>(_ => { var options = new StripeClientOptions { ApiKey = "k" }; return [|new StripeClient(options)|]; });""")]
    [InlineData("""services.TryAddTransient<IStripeClient>(_ => [|new StripeClient("k")|]);""")]
    [InlineData("""services.AddKeyedScoped<IStripeClient>("eu", (_, _) => [|new StripeClient("k")|]);""")]
    [InlineData("""services.AddScoped(_ => new Shop([|new StripeClient("k")|]));""")]
    [InlineData("""services.Add(ServiceDescriptor.Transient<IStripeClient>(_ => [|new StripeClient("k")|]));""")]
    [InlineData("""while (true) { using var client = [|new StripeClient("k")|]; await LoginLink.CreateForAccountAsync(client, "a"); }""")]
    [InlineData("""foreach (string id in new[] { "a" }) { await LoginLink.CreateForAccountAsync([|new StripeClient("k")|], id); }""")]
    [InlineData("""for (int i = 0; i < 3; i++) { var options = new StripeClientOptions { ApiKey = "k" }; Use([|new StripeClient(options)|]); }""")]
    [InlineData("""do { } while (Use([|new StripeClient("k")|]) != "");""")]
    [InlineData("""await Parallel.ForEachAsync(new[] { "a" }, async (id, token) => await LoginLink.CreateForAccountAsync([|new StripeClient("k")|], id));""")]
    [InlineData("""var all = await Task.WhenAll(new[] { "a" }.Select(id => LoginLink.CreateForAccountAsync([|new StripeClient("k")|], id)));""")]
    [InlineData("""app.MapGet("/", () => { StripeClient a, b; a = b = [|new StripeClient("k")|]; return Use(a); });""")]
    [InlineData("""app.MapGet("/", () => { StripeClient a; return Use(a = [|new StripeClient("k")|]); });""")]
    [InlineData("""app.MapGet("/", () => { var a = [|new StripeClient("k")|]; var b = a; a = b; return Use(a); });""")]
    public Task A_client_per_request_or_round_is_reported(string statements) => ReportsAtTopAsync(statements);

    [Theory]
    [InlineData("""using var client = new StripeClient("k"); await LoginLink.CreateForAccountAsync(client, "a");""")]
    [InlineData("""var client = new StripeClient("k"); app.MapGet("/", () => Use(client));""")]
    [InlineData("""await LoginLink.CreateForAccountAsync(new StripeClient("k"), "a");""")]
    [InlineData("""async Task RunAsync() { using var client = new StripeClient("k"); await LoginLink.CreateForAccountAsync(client, "a"); } await RunAsync();""")]
    [InlineData("""services.AddSingleton<IStripeClient>(new StripeClient("k"));""")]
    [InlineData("""services.AddSingleton<IStripeClient>(_ => new StripeClient("k"));""")]
    [InlineData("""services.TryAddSingleton<IStripeClient>(_ => new StripeClient("k"));""")]
    [InlineData("""services.AddKeyedSingleton<IStripeClient>("eu", (_, _) => new StripeClient("k"));""")]
    [InlineData("""services.AddSingleton(_ => new Shop(new StripeClient("k")));""")]
    [InlineData("""var clients = new System.Collections.Concurrent.ConcurrentDictionary<string, StripeClient>(); app.MapGet("/{t}", (string t) => Use(clients.GetOrAdd(t, key => new StripeClient(key))));""")]
    [InlineData("""var clients = new Dictionary<string, StripeClient>(); app.MapGet("/{t}", (string t) => { clients.TryAdd(t, new StripeClient(t)); });""")]
    [InlineData("""var clients = new Dictionary<string, StripeClient>(); app.MapGet("/{t}", (string t) => { clients[t] = new StripeClient(t); });""")]
    [InlineData("""StripeClient? client = null; app.MapGet("/", () => Use(client ??= new StripeClient("k")));""")]
    [InlineData("""StripeClient? client = null; app.MapGet("/", () => { if (client is null) { client = new StripeClient("k"); } return Use(client); });""")]
    [InlineData("""StripeClient? client = null; app.MapGet("/", () => { var mine = client ?? new StripeClient("k"); client = mine; return Use(mine); });""")]
    [InlineData("""app.MapGet("/", () => { Shop.Shared = new StripeClient("k"); });""")]
    [InlineData("""var lazy = new Lazy<StripeClient>(() => new StripeClient("k")); app.MapGet("/", () => Use(lazy.Value));""")]
    [InlineData("""app.MapGet("/{t}", (string t, IHttpClientFactory f) => Use(new StripeClient(new StripeClientOptions { ApiKey = t }, f.CreateClient())));""")]
    [InlineData("""var handler = StripeClient.CreateHandler(); app.MapGet("/{t}", (string t) => Use(new StripeClient(new StripeClientOptions { ApiKey = t }, handler)));""")]
    [InlineData("""var handler = StripeClient.CreateHandler(); while (true) { Use(new StripeClient(new StripeClientOptions { ApiKey = "k" }, handler)); }""")]
    [InlineData("""services.AddHttpClient("x").AddTypedClient<IStripeClient>(http => new StripeClient(new StripeClientOptions { ApiKey = "k" }, http));""")]
    [InlineData("""app.Map("/admin", branch => { var client = new StripeClient("k"); branch.Run(async c => { Use(client); await Task.Yield(); }); });""")]
    [InlineData("""foreach (string key in new[] { "a" }) { using var client = new StripeClient(key); await LoginLink.CreateForAccountAsync(client, "a"); }""")]
    [InlineData("""foreach (string key in new[] { "a" }) { var options = new StripeClientOptions { ApiKey = key }; Use(new StripeClient(options)); }""")]
    [InlineData("""var clients = new List<StripeClient>(); foreach (string key in new[] { "a" }) { clients.Add(new StripeClient("k")); }""")]
    [InlineData("""var clients = new[] { "a" }.Select(key => new StripeClient(key)).ToList();""")]
    [InlineData("""var clients = new[] { "a" }.ToDictionary(key => key, key => new StripeClient(key));""")]
    [InlineData("""for (var client = new StripeClient("k"); ; ) { Use(client); }""")]
    [InlineData("""foreach (var account in Use(new StripeClient("k"))) { Console.WriteLine(account); }""")]
    [InlineData("""StripeClient client; while (true) { try { client = new StripeClient(Console.In.ReadLine()!); break; } catch (ArgumentException) { } } Use(client);""")]
    [InlineData("""var clients = new Dictionary<string, StripeClient>(); app.MapGet("/{t}", (string t) => { if (!clients.TryGetValue(t, out var c)) { clients[t] = c = new StripeClient(t); } return Use(c); });""")]
    [InlineData("""var clients = new List<StripeClient>(); app.MapGet("/{t}", (string t) => { StripeClient c; clients.Add(c = new StripeClient(t)); return Use(c); });""")]
    [InlineData("""app.MapGet("/", () => { StripeClient c; Shop.Shared = c = new StripeClient("k"); return Use(c); });""")]
    [InlineData("""app.MapGet("/", () => { StripeClient a, b; Shop.Shared = (a = (b = new StripeClient("k"))); return Use(a) + Use(b); });""")]
    public Task A_client_that_is_shared_is_not_reported(string statements) => ReportsAtTopAsync(statements);

    [Fact]
    public Task Methods_that_use_a_client_for_one_call_are_reported() => ReportsAsync(
        """
        class Links(string key)
        {
            private readonly StripeClient _shared = new StripeClient("k");
            private static readonly StripeClient s_shared = new("k");
            private StripeClient? _cached;

            public Links() : this("k") => _shared = new StripeClient("k");

            public StripeClient Shared { get; } = new("k");

            public StripeClient Cached => _cached ??= new StripeClient("k");

            public StripeClient Fresh => [|new StripeClient(key)|];

            public async Task<string> ExpressionAsync() =>
                (await LoginLink.CreateForAccountAsync([|new StripeClient(key)|], "a")).Url.Reveal();

            public async Task<SecretString> UsingAsync()
            {
                using var client = [|new StripeClient(key)|];
                LoginLink link = await LoginLink.CreateForAccountAsync(client, "a");
                return link.Url;
            }

            public async Task<SecretString> InterfaceAsync()
            {
                IStripeClient client = [|new StripeClient(new StripeClientOptions { ApiKey = key })|];
                return (await LoginLink.CreateForAccountAsync(client, "a")).Url;
            }

            public async Task<SecretString> LocalFunctionAsync()
            {
                return await GetAsync();

                async Task<SecretString> GetAsync()
                {
                    StripeClient client = [|new(key)|];
                    try
                    {
                        return (await LoginLink.CreateForAccountAsync(client, "a")).Url;
                    }
                    finally
                    {
                        client.Dispose();
                    }
                }
            }

            public async Task BatchAsync(string[] accounts)
            {
                using var client = new StripeClient(key);
                foreach (string account in accounts)
                {
                    await LoginLink.CreateForAccountAsync(client, account);
                }
            }

            public StripeClient Create() => new StripeClient(key);

            public IStripeClient CreateWithOptions()
            {
                var client = new StripeClient(key);
                Console.WriteLine("created");
                return client;
            }

            public void Keep() => _cached = new StripeClient(key);

            public async Task<StripeClient> UseAndReturnAsync(Dictionary<string, StripeClient> clients)
            {
                if (!clients.TryGetValue(key, out StripeClient? client))
                {
                    clients[key] = client = new StripeClient(key);
                }

                await LoginLink.CreateForAccountAsync(client, "a");
                await LoginLink.CreateForAccountAsync(_cached = client = new StripeClient(key), "a");
                return client = new StripeClient(key);
            }

            public object Pass() => new Lazy<object>(new StripeClient(key));

            public bool IsValid()
            {
                using var client = new StripeClient(key);
                return true;
            }

            public async Task ParallelAsync(string[] accounts)
            {
                using var client = new StripeClient(key);
                await Task.WhenAll(accounts.Select(account => LoginLink.CreateForAccountAsync(client, account)));
            }
        }
        """);

    [Fact]
    public Task Handlers_of_a_web_app_are_reported() => ReportsAsync(
        """
        class PayController : ControllerBase
        {
            private readonly StripeClient _field = [|new StripeClient("k")|];
            private readonly StripeClient _set;
            private static readonly StripeClient s_shared = new("k");
            private static StripeClient? s_cached;

            public PayController()
            {
                _set = [|new StripeClient("k")|];
                s_cached ??= new StripeClient("k");
            }

            public IActionResult Get() => Ok(Run([|new StripeClient("k")|]));

            public IActionResult Cached() => Ok(Run(s_cached ??= new StripeClient("k")));

            private static string Run(IStripeClient client) => client.ToString()!;
        }

        class IndexModel : PageModel
        {
            public async Task OnGetAsync()
            {
                using var client = [|new StripeClient("k")|];
                await LoginLink.CreateForAccountAsync(client, "a");
            }
        }

        class PayHub : Hub
        {
            public Task Pay() => LoginLink.CreateForAccountAsync([|new StripeClient("k")|], "a");
        }

        class PayMiddleware(RequestDelegate next)
        {
            private readonly StripeClient _client = new("k");

            public async Task InvokeAsync(HttpContext context)
            {
                context.Items["client"] = Describe([|new StripeClient("k")|]);
                await next(context);
            }

            private static string Describe(IStripeClient client) => client.ToString()!;
        }

        class Worker : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                using var once = new StripeClient("k");
                await LoginLink.CreateForAccountAsync(once, "a");
                while (!stoppingToken.IsCancellationRequested)
                {
                    using var client = [|new StripeClient("k")|];
                    await LoginLink.CreateForAccountAsync(client, "a");
                }
            }
        }
        """);

    [Fact]
    public Task The_type_of_the_entry_point_may_create_one() => RuleTest<ClientPerCallAnalyzer>.ReportsAsync(
        """
        static class Program2
        {
            public static async Task Main()
            {
                using var client = new StripeClient("k");
                await LoginLink.CreateForAccountAsync(client, "a");
                await RunAsync();
            }

            private static async Task RunAsync() => await LoginLink.CreateForAccountAsync(new StripeClient("k"), "a");
        }
        """);

    [Fact]
    public Task Tests_may_create_one_each() => RuleTest<ClientPerCallAnalyzer>.ReportsInTestProjectAsync(
        """while (true) { await LoginLink.CreateForAccountAsync(new StripeClient("k"), "a"); }""");

    [Fact]
    public Task Generated_code_is_not_analyzed() => RuleTest<ClientPerCallAnalyzer>.ReportsAsync(
        """
        // <auto-generated/>
        while (true) { await LoginLink.CreateForAccountAsync(new StripeClient("k"), "a"); }
        """);

    [Theory]
    [InlineData("""app.MapGet("/", () => { using var client = new StripeClient(""")]
    [InlineData("""while (new StripeClient("k") is { } c && ) { foreach (var x in new StripeClient( } services.AddScoped(_ => new StripeClient("k") { """)]
    public Task Incomplete_code_is_no_problem(string statements) =>
        IncompleteCode.CheckAsync(AtTop(statements), new ClientPerCallAnalyzer());

    private static Task ReportsAtTopAsync(string statements) => RuleTest<ClientPerCallAnalyzer>.ReportsAsync(AtTop(statements));

    private static Task ReportsAsync(string types) =>
        RuleTest<ClientPerCallAnalyzer>.ReportsAsync(Web + "await Task.CompletedTask;\n" + types);

    private static string AtTop(string statements) =>
        Web
        + $$"""
        var builder = WebApplication.CreateBuilder(args);
        IServiceCollection services = builder.Services;
        WebApplication app = builder.Build();
        await Task.CompletedTask;
        {{statements}}

        static string Use(IStripeClient client) => client.ToString()!;

        class Shop(IStripeClient client)
        {
            public static StripeClient? Shared { get; set; }

            public override string ToString() => client.ToString()!;
        }
        """;
}

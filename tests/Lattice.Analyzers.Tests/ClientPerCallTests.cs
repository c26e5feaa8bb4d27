using Lattice.Analyzers.Calls;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1009.</summary>
public class ClientPerCallTests
{
    private const string Usings =
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        """;

    private const string Parameters = "new AccountLinkCreateParams { Account = \"acct_1\", Type = \"account_onboarding\" }";

    [Theory]
    [InlineData("""app.MapPost("/", async (IConfiguration c) => { using var client = [|new StripeClient(c["Stripe:SecretKey"]!)|]; await AccountLink.CreateAsync(client, PARAMETERS); });""")]
    [InlineData("""app.MapPost("/", async (IConfiguration c) => await AccountLink.CreateAsync([|new StripeClient(c["Stripe:SecretKey"]!)|], PARAMETERS));""")]
    [InlineData("""app.MapGet("/", (IConfiguration c) => new Service([|new StripeClient(c["Stripe:SecretKey"]!)|]).ToString());""")]
    [InlineData("""services.AddScoped<IStripeClient>(provider => [|new StripeClient(provider.GetRequiredService<IConfiguration>()["Stripe:SecretKey"]!)|]);""")]
    [InlineData("""services.AddTransient<IStripeClient>(_ => [|new StripeClient(Environment.GetEnvironmentVariable("KEY")!)|]);""")]
    [InlineData("""while (args.Length > 0) { using var client = [|new StripeClient(Environment.GetEnvironmentVariable("KEY")!)|]; await AccountLink.CreateAsync(client, PARAMETERS); }""")]
    [InlineData("""foreach (string account in args) { StripeClient client = [|new(Environment.GetEnvironmentVariable("KEY")!)|]; await AccountLink.CreateAsync(client, PARAMETERS); client.Dispose(); }""")]
    public Task A_client_for_each_request_is_a_suggestion(string statement) => ReportsAsync(statement, "");

    [Theory]
    [InlineData("public async Task RunAsync() { using var client = [|new StripeClient(Key)|]; await AccountLink.CreateAsync(client, PARAMETERS); }")]
    [InlineData("public async Task RunAsync() { using (var client = [|new StripeClient(Key)|]) { await AccountLink.CreateAsync(client, PARAMETERS); } }")]
    [InlineData("public Task RunAsync() => AccountLink.CreateAsync([|new StripeClient(Key)|], PARAMETERS);")]
    [InlineData("public async Task RunAsync() { async Task Send() { var client = [|new StripeClient(Key)|]; await AccountLink.TryCreateAsync(client, PARAMETERS); } await Send(); }")]
    public Task A_client_for_each_call_is_a_suggestion(string method) => ReportsAsync("", InService(method));

    [Theory]
    [InlineData("public class Pay : ControllerBase { public async Task<IActionResult> Post() { var client = [|new StripeClient(Environment.GetEnvironmentVariable(\"KEY\")!)|]; await AccountLink.CreateAsync(client, PARAMETERS); return Ok(); } }")]
    [InlineData("public class Pay : ControllerBase { public IActionResult Post() => Ok(new Service([|new StripeClient(Environment.GetEnvironmentVariable(\"KEY\")!)|]).ToString()); }")]
    [InlineData("public class Middle { public async Task InvokeAsync(HttpContext http) { var client = [|new StripeClient(Environment.GetEnvironmentVariable(\"KEY\")!)|]; await AccountLink.CreateAsync(client, PARAMETERS); } }")]
    public Task A_client_of_a_controller_or_middleware_is_a_suggestion(string type) => ReportsAsync("", type);

    [Theory]
    [InlineData("""using var client = new StripeClient(Environment.GetEnvironmentVariable("KEY")!); await AccountLink.CreateAsync(client, PARAMETERS);""")]
    [InlineData("""var client = new StripeClient("key"); app.MapPost("/", async () => await AccountLink.CreateAsync(client, PARAMETERS));""")]
    [InlineData("""services.AddSingleton<IStripeClient>(new StripeClient("key"));""")]
    [InlineData("""services.AddSingleton<IStripeClient>(provider => new StripeClient(provider.GetRequiredService<IConfiguration>()["KEY"]!));""")]
    [InlineData("""var clients = new Dictionary<string, StripeClient>(); foreach (string key in args) { clients[key] = new StripeClient(key); }""")]
    [InlineData("""foreach (string key in args) { using var client = new StripeClient(key); await AccountLink.CreateAsync(client, PARAMETERS); }""")]
    [InlineData("""for (int i = 0; i < args.Length; i++) { string key = args[i]; using var client = new StripeClient(key); await AccountLink.CreateAsync(client, PARAMETERS); }""")]
    [InlineData("""var clients = new System.Collections.Concurrent.ConcurrentDictionary<string, StripeClient>(); app.MapPost("/{tenant}", (string tenant) => AccountLink.CreateAsync(clients.GetOrAdd(tenant, key => new StripeClient(key)), PARAMETERS));""")]
    [InlineData("""var shared = new Lazy<StripeClient>(() => new StripeClient("key")); await AccountLink.CreateAsync(shared.Value, PARAMETERS);""")]
    public Task A_client_that_is_shared_is_not_reported(string statement) => ReportsAsync(statement, "");

    [Theory]
    [InlineData("private readonly StripeClient _client = new(Key);")]
    [InlineData("private StripeClient Client { get; } = new(Key);")]
    [InlineData("private static readonly StripeClient s_client = new(Key);")]
    [InlineData("private StripeClient? _client; public async Task RunAsync() { _client ??= new StripeClient(Key); await AccountLink.CreateAsync(_client, PARAMETERS); }")]
    [InlineData("private StripeClient? _client; public void Start() => _client = new StripeClient(Key);")]
    [InlineData("private readonly IStripeClient _client; public Service() { var client = new StripeClient(Key); _client = client; }")]
    [InlineData("public static StripeClient Create() => new StripeClient(Key);")]
    [InlineData("public static IStripeClient Create() { var client = new StripeClient(Key); return client; }")]
    [InlineData("public async Task RunAsync(string key) { using var client = new StripeClient(key); await AccountLink.CreateAsync(client, PARAMETERS); }")]
    [InlineData("private readonly List<IStripeClient> _clients = []; public async Task RunAsync() { var client = new StripeClient(Key); _clients.Add(client); await AccountLink.CreateAsync(client, PARAMETERS); }")]
    [InlineData("public void Check() { using var client = new StripeClient(Key); }")]
    public Task A_client_that_is_kept_is_not_reported(string members) => ReportsAsync("", InService(members));

    private static string InService(string members) => $$"""
        public sealed class Worker : Service
        {
            private const string Key = "key";
            {{members.Replace("Service()", "Worker()", StringComparison.Ordinal)}}
        }
        """;

    private static Task ReportsAsync(string statement, string types) => RuleTest<ClientPerCallAnalyzer>.ReportsAsync($$"""
        {{Usings}}
        WebApplication app = WebApplication.CreateBuilder(args).Build();
        IServiceCollection services = new ServiceCollection();
        await Task.CompletedTask;
        {{statement.Replace("PARAMETERS", Parameters, StringComparison.Ordinal)}}

        {{types.Replace("PARAMETERS", Parameters, StringComparison.Ordinal)}}

        public class Service(IStripeClient? client = null)
        {
            public override string ToString() => $"{client}";
        }
        """);
}

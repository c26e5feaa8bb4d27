using System.Text.Json.Nodes;

namespace Lattice.Packaging.Tests.Support;

/// <summary>Native AOT apps, each published once.</summary>
internal sealed class NativeApps(PackageFeed feed)
{
    // The default linker is clang; gcc is more common.
    private static readonly string[] s_arguments = ["-r", "linux-x64", "-p:CppCompilerAndLinker=gcc"];

    private const string Properties = """
        <OutputType>Exe</OutputType>
        <ImplicitUsings>enable</ImplicitUsings>
        <PublishAot>true</PublishAot>
        <InvariantGlobalization>true</InvariantGlobalization>
        <TrimmerSingleWarn>false</TrimmerSingleWarn>
        """;

    private const string OneCreate = """
        // The test reads the link.
        #pragma warning disable LAT1001, LAT1004
        using Lattice.Stripe;

        using var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_123", BaseAddress = new Uri(args[0]) });
        AccountLink link = await AccountLink.CreateAsync(client, new AccountLinkCreateParams
        {
            Account = "acct_123",
            Type = AccountLinkCreateType.AccountOnboarding,
            RefreshUrl = "https://example.com/refresh",
            ReturnUrl = "https://example.com/return",
        });
        Console.WriteLine(link.Url.Reveal());

        """;

    // Each creates another resource.
    private static readonly string[] s_furtherCreates =
    [
        """Console.WriteLine((await FileLink.CreateAsync(client, new FileLinkCreateParams { File = "file_1" })).Id);""",
        """Console.WriteLine((await LoginLink.CreateForAccountAsync(client, "acct_123")).Created);""",
        """Console.WriteLine((await CustomerSession.CreateAsync(client, new CustomerSessionCreateParams { Customer = "cus_1" })).Created);""",
        """Console.WriteLine((await EphemeralKey.CreateAsync(client, new EphemeralKeyCreateParams { Customer = "cus_1" })).Id);""",
        """Console.WriteLine((await ApplePayDomain.CreateAsync(client, new ApplePayDomainCreateParams { DomainName = "shop.example" })).Id);""",
    ];

    private static readonly string[] s_tenRoutes =
    [
        "/v1/account_links", "/v1/coupons", "/v1/customers", "/v1/ephemeral_keys", "/v1/file_links", "/v1/payment_intents",
        "/v1/prices", "/v1/refunds", "/v1/subscriptions", "/v1/tokens",
    ];

    private readonly Dictionary<string, Task<NativeApp>> _apps = [];

    public static int FurtherResources => s_furtherCreates.Length;

    /// <summary>The same call in handwritten code, as in the benchmarks.</summary>
    public Task<NativeApp> GetFloorAsync() => PublishAsync("Floor", "", $"""
            <Compile Include="{GetSourcePath("FloorClient.cs")};{GetSourcePath("Example.cs")}" />
        """, """
        using Lattice.Benchmarks.Calls;

        var floor = new FloorClient(FloorClient.CreateHttpClient(new SocketsHttpHandler()));
        FloorLink link = await floor.CreateAsync(
            "acct_123", "account_onboarding", "https://example.com/refresh", "https://example.com/return", "eventually_due", default);
        Console.WriteLine(link.Url);
        """);

    /// <summary>The SDK, with one resource in use.</summary>
    public Task<NativeApp> GetOneResourceAsync() => PublishAsync("One", "Lattice.Stripe", "", OneCreate);

    public Task<NativeApp> GetSeveralResourcesAsync() =>
        PublishAsync("Several", "Lattice.Stripe", "", OneCreate + string.Join('\n', s_furtherCreates));

    /// <summary>All create operations in Stripe's full specification, with one in use.</summary>
    public Task<NativeApp> GetWholeSpecificationAsync() => PublishSpecificationAsync("Whole", File.ReadAllText(Specs.Full));

    /// <summary>Ten of these operations, with one in use.</summary>
    public Task<NativeApp> GetTenResourcesAsync() =>
        PublishSpecificationAsync("Ten", SpecSlices.Cut(JsonNode.Parse(File.ReadAllText(Specs.Full))!, s_tenRoutes));

    private Task<NativeApp> PublishSpecificationAsync(string name, string slice) => PublishAsync(
        name, "Lattice.Stripe.Generator Lattice.Stripe.Runtime", """    <LatticeSpec Include="stripe.json" />""",
        OneCreate, "<LatticeNamespace>Lattice.Stripe</LatticeNamespace>", slice);

    private Task<NativeApp> PublishAsync(
        string name, string packages, string items, string program, string properties = "", string? slice = null)
    {
        if (!_apps.TryGetValue(name, out Task<NativeApp>? app))
        {
            _apps.Add(name, app = PublishOnceAsync());
        }

        return app;

        async Task<NativeApp> PublishOnceAsync()
        {
            var consumer = new Consumer(feed, name, "net10.0", packages, Properties + properties, items);
            consumer.Write("Program.cs", program);
            if (slice is not null)
            {
                consumer.Write("stripe.json", slice);
            }

            string output = await consumer.PublishAsync("out", s_arguments);
            string file = consumer.Path($"out/{name}");
            return new NativeApp(file, new FileInfo(file).Length, output);
        }
    }

    private static string GetSourcePath(string file) => Path.Combine(Repository.Root, "tests", "Lattice.Benchmarks", "Calls", file);
}

/// <param name="File">The path of the program.</param>
/// <param name="Size">The size in bytes.</param>
/// <param name="Output">The output of the build.</param>
internal sealed record NativeApp(string File, long Size, string Output);

using System.Diagnostics;

namespace Lattice.Benchmarks.Start;

/// <summary>A program that makes one call, published to a temporary folder.</summary>
internal sealed class StartApp : IDisposable
{
    private const string Name = "App";

    private readonly string _folder = Directory.CreateTempSubdirectory("lattice-start-").FullName;
    private readonly bool _aheadOfTime;

    private StartApp(bool aheadOfTime, string items, string program)
    {
        _aheadOfTime = aheadOfTime;
        foreach (string file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            // Files with the same names in parent folders must not apply.
            File.WriteAllText(Path.Combine(_folder, file), "<Project />");
        }

        File.WriteAllText(Path.Combine(_folder, "Program.cs"), program);
        File.WriteAllText(Path.Combine(_folder, $"{Name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <PublishAot>{aheadOfTime}</PublishAot>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
        string[] native = aheadOfTime ? ["-r", "linux-x64", "-p:CppCompilerAndLinker=gcc"] : [];
        Run("dotnet", ["publish", "-c", "Release", "-o", "out", .. native]);
    }

    public long Size => new FileInfo(Path.Combine(_folder, "out", _aheadOfTime ? Name : $"{Name}.dll")).Length;

    public static StartApp PublishFloor(bool aheadOfTime)
    {
        string calls = Path.Combine(Repository.Root, "tests", "Lattice.Benchmarks", "Calls");
        string sources = $"{Path.Combine(calls, "FloorClient.cs")};{Path.Combine(calls, "Example.cs")}";
        return new(aheadOfTime, $"""<Compile Include="{sources}" />""", """
            using Lattice.Benchmarks.Calls;

            // Disposed, as in the other program, because closing connections takes time.
            using HttpClient http = FloorClient.CreateHttpClient(new SocketsHttpHandler());
            var floor = new FloorClient(http, new Uri(args[0]));
            FloorLink link = await floor.CreateAsync(
                "acct_123", "account_onboarding", "https://example.com/refresh", "https://example.com/return", "eventually_due", default);
            Console.WriteLine(link.Url);
            """);
    }

    public static StartApp PublishLattice(bool aheadOfTime)
    {
        string project = Path.Combine(Repository.Root, "runtime", "Lattice.Generated", "Lattice.Generated.csproj");
        return new(aheadOfTime, $"""<ProjectReference Include="{project}" />""", """
            using Lattice.Stripe;

            using var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_123", BaseAddress = new Uri(args[0]) });
            AccountLink link = await AccountLink.CreateAsync(client, new AccountLinkCreateParams
            {
                Account = "acct_123",
                Type = AccountLinkCreateType.AccountOnboarding,
                RefreshUrl = "https://example.com/refresh",
                ReturnUrl = "https://example.com/return",
                CollectionOptions = new() { Fields = AccountLinkCreateCollectionOptionsFields.EventuallyDue },
            });
            Console.WriteLine(link.Url.Reveal());
            """);
    }

    public void Run(Uri address)
    {
        string program = Path.Combine(_folder, "out", Name);
        _ = _aheadOfTime ? Run(program, address.AbsoluteUri) : Run("dotnet", $"{program}.dll", address.AbsoluteUri);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true };
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} exited with code {process.ExitCode}:\n{output}");
    }
}

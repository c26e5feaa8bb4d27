using Lattice.Packaging.Tests.Support;

namespace Lattice.Packaging.Tests;

/// <summary>The offline Stripe in test projects of web apps that have OpenAPI documents.</summary>
[Collection(nameof(PackageFeed))]
public sealed class WebAppTests(PackageFeed feed)
{
    private const string ImplicitUsings = "<ImplicitUsings>enable</ImplicitUsings>";

    // The code from `dotnet new webapi`, with a method that a test can call.
    private const string Program = """
        await Shop.Create(args).RunAsync();

        public static class Shop
        {
            public static WebApplication Create(params string[] args)
            {
                WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
                // services
                WebApplication app = builder.Build();
                // endpoints
                app.MapGet("/weatherforecast", () => new[] { new WeatherForecast(DateOnly.MinValue, 20, "Mild") })
                    .WithName("GetWeatherForecast");
                return app;
            }
        }

        /// <summary>The weather of a day.</summary>
        public record WeatherForecast(DateOnly Date, int TemperatureC, string? Summary);
        """;

    // The minimum version of Microsoft.OpenApi is not in every registry, so the apps reference another one.
    [Theory]
    [InlineData("Lattice.Stripe.Testing")]
    [InlineData("Lattice.Stripe.Testing.Server")]
    public async Task Tests_start_an_app_with_the_OpenAPI_package_of_ASP_NET_Core(string package)
    {
        Consumer app = CreateApp(
            "WebApi" + package.Length, "net10.0",
            """
                <PackageReference Include="Microsoft.AspNetCore.OpenApi" Version="10.0.12" />
                <PackageReference Include="Microsoft.OpenApi" Version="2.12.1" />
            """,
            "builder.Services.AddOpenApi();", "app.MapOpenApi();");
        Consumer tests = CreateTests(app, "net10.0", package, "/openapi/v1.json");

        await tests.BuildAsync();

        Assert.Equal("OK Valid", await RunAsync(tests, "net10.0"));
    }

    [Theory]
    [InlineData("Lattice.Stripe.Testing")]
    [InlineData("Lattice.Stripe.Testing.Server")]
    public async Task Tests_start_an_app_with_Swashbuckle(string package)
    {
        Consumer app = CreateApp(
            "Swagger" + package.Length, "net8.0",
            """
                <PackageReference Include="Swashbuckle.AspNetCore.SwaggerGen" Version="8.1.4" />
                <PackageReference Include="Microsoft.OpenApi" Version="1.6.30" />
            """,
            "builder.Services.AddEndpointsApiExplorer().AddSwaggerGen();", "app.UseSwagger();");
        Consumer tests = CreateTests(app, "net8.0", package, "/swagger/v1/swagger.json");

        await tests.BuildAsync();

        Assert.Equal("OK Valid", await RunAsync(tests, "net8.0"));
    }

    private Consumer CreateApp(string name, string framework, string packages, string services, string endpoints)
    {
        var app = new Consumer(feed, name, framework, "");
        app.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <Nullable>enable</Nullable>
                {ImplicitUsings}
              </PropertyGroup>
              <ItemGroup>
            {packages}
              </ItemGroup>
            </Project>
            """);
        app.Write("Program.cs", Program
            .Replace("// services", services, StringComparison.Ordinal).Replace("// endpoints", endpoints, StringComparison.Ordinal));
        return app;
    }

    /// <summary>Creates a program that starts the app, reads its OpenAPI document, and creates a link with the offline Stripe.</summary>
    private Consumer CreateTests(Consumer app, string framework, string package, string description)
    {
        var tests = new Consumer(
            feed, app.Name + "Tests", framework, $"Lattice.Stripe {package}", "<OutputType>Exe</OutputType>" + ImplicitUsings,
            $"""    <ProjectReference Include="{app.Path(app.Name + ".csproj")}" />""");
        tests.Write("Tests.cs", $$"""
            using Lattice.Stripe;
            using Lattice.Stripe.Testing;

            public static class Tests
            {
                public static async Task Main()
                {
                    await using Microsoft.AspNetCore.Builder.WebApplication app =
                        Shop.Create("--environment=Development", "--Logging:LogLevel:Default=None");
                    app.Urls.Add("http://127.0.0.1:0");
                    await app.StartAsync();
                    using var http = new HttpClient();
                    using HttpResponseMessage response = await http.GetAsync(app.Urls.Single() + "{{description}}");

                    using var stripe = new StripeStandIn();
                    AccountLink link = await AccountLink.CreateAsync(
                        stripe.Client, new AccountLinkCreateParams { Account = "acct_1", Type = AccountLinkCreateType.AccountOnboarding });
                    Console.WriteLine($"{response.StatusCode} {stripe.AccountLinks.GetState(link.Url.Reveal())}");
                }
            }
            """);
        return tests;
    }

    private static async Task<string> RunAsync(Consumer program, string framework) =>
        (await DotNet.RunAsync(program.Folder, "dotnet", program.Path($"bin/Debug/{framework}/{program.Name}.dll"))).Trim();
}

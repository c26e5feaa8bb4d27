using System.Text.Json.Nodes;
using Lattice.Parity;
using Lattice.Parity.Comparing;
using Lattice.Parity.Requests;
using Lattice.Stripe.Testing.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>The program that compares the stand-in with other servers, and the outcomes of the stand-in alone.</summary>
public sealed class ParityTests
{
    [Fact]
    public Task Requests_of_the_built_in_slice_get_the_expected_responses() => AssertExpectedOutcomesAsync(Repository.Slice, minimum: 25);

    [Fact]
    public Task Requests_of_a_slice_with_all_shapes_get_the_expected_responses()
        => AssertExpectedOutcomesAsync(WidgetSlice.Path, minimum: 100);

    [Specs.Fact]
    public Task Requests_of_the_latest_create_operations_get_the_expected_responses()
        => AssertExpectedOutcomesAsync(Specs.Facts, minimum: 400);

    [Specs.Fact]
    public Task Requests_of_a_complete_specification_get_the_expected_responses()
        => AssertExpectedOutcomesAsync(Specs.Full, minimum: 5_000);

    [Specs.Fact]
    public Task Requests_of_the_latest_API_get_the_expected_responses() => AssertExpectedOutcomesAsync(Specs.Today, minimum: 8_000);

    [Fact]
    public async Task Differences_of_another_server_are_reported()
    {
        await using WebApplication other = await StartOtherAsync();

        ParityReport report = await CompareAsync(other, KnownDifferences.None);

        Assert.Contains(
            "POST /v1/account_links, missing parameter account: 400 invalid_request_error own -> 400 api_error other",
            report.Unknown.Select(difference => difference.ToString()));
        Assert.Contains(
            "POST /v1/account_links, no key: 401 invalid_request_error -> 200", report.Unknown.Select(difference => difference.ToString()));
        Assert.DoesNotContain(report.Unknown, difference => difference.Request.Kind == "required parameters");
        Assert.Empty(report.Known);
    }

    [Fact]
    public async Task A_listed_difference_is_reported_as_known_with_its_reason()
    {
        var known = KnownDifferences.Parse("""
            # A heading

            | kind | stand-in | other | why |
            |---|---|---|---|
            | no key | `401 invalid_request_error` | `200` | It accepts any key. |
            | * | * | 400 api_error other | It has only one error. |
            """);
        await using WebApplication other = await StartOtherAsync();
        using var output = new StringWriter();

        ParityReport report = await CompareAsync(other, known);
        report.Print(output, all: false);

        Assert.Contains(
            "known    1 times no key: 401 invalid_request_error -> 200 (It accepts any key.)", output.ToString(), StringComparison.Ordinal);
        Assert.All(report.Unknown, difference => Assert.Equal("200", difference.Other.ToString()));
        Assert.NotEmpty(report.Unknown);
        Assert.Contains($"{report.Unknown.Count()} with an unknown difference.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_closes_the_connection_is_reported_with_the_request()
    {
        await using WebApplication other = await StartOtherAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => CompareAsync(other, KnownDifferences.None));

        Assert.StartsWith(
            $"{other.Urls.Single()}/ did not respond to POST /v1/account_links, required parameters: ",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_requests_are_created_each_time()
    {
        string spec = await File.ReadAllTextAsync(WidgetSlice.Path);

        string[] Create() =>
            [.. ParityRequests.Create(Specification.Parse(spec)).Select(request => $"{request} {request.Body?.ToJsonString()}")];

        Assert.Equal(Create(), Create());
    }

    [Theory]
    [InlineData("--spec is missing.")]
    [InlineData("'--speck' is not an option.", "--speck", "x")]
    [InlineData("--spec: the file 'nowhere.json' does not exist.", "--spec", "nowhere.json")]
    [InlineData("--server: 'localhost' is not an http or https address.", "--spec", "{slice}", "--server", "localhost")]
    [InlineData("--server needs a value.", "--spec", "{slice}", "--server")]
    [InlineData("--all is specified twice.", "--spec", "{slice}", "--all", "--all")]
    [InlineData("--differences needs --server.", "--spec", "{slice}", "--differences", "{slice}")]
    public void Wrong_usage_is_reported(string message, params string[] arguments)
    {
        using var error = new StringWriter();

        Options? options = Options.Parse([.. arguments.Select(argument => argument == "{slice}" ? Repository.Slice : argument)], error);

        Assert.Null(options);
        Assert.StartsWith(message, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Usage: ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_are_known_only_of_another_server()
    {
        Options? own = Options.Parse(["--spec", Repository.Slice], TextWriter.Null);
        Options? other = Options.Parse(["--spec", Repository.Slice, "--server", "http://localhost:12111"], TextWriter.Null);

        Assert.Null(own!.Differences);
        Assert.Equal("differences.md", Path.GetFileName(other!.Differences));
    }

    private static async Task<ParityReport> CompareAsync(WebApplication other, KnownDifferences known)
    {
        JsonNode slice = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Slice))!;
        return await ParityRun.RunAsync(SpecSlices.Cut(slice, ["/v1/account_links"]), new Uri(other.Urls.Single()), known);
    }

    /// <summary>Compares the stand-in with itself over HTTP, and its responses with the expected ones.</summary>
    private static async Task AssertExpectedOutcomesAsync(string spec, int minimum)
    {
        ParityReport report = await ParityRun.RunAsync(await File.ReadAllTextAsync(spec), server: null, KnownDifferences.None);

        Assert.True(report.Comparisons.Count >= minimum, $"There are {report.Comparisons.Count} requests.");
        Assert.Empty(report.Unknown.Select(difference => difference.ToString()));
        Assert.Empty(report.Comparisons
            .Where(comparison => comparison.StandIn.ToString() != ExpectedOutcomeOf(comparison.Request))
            .Select(comparison => $"{comparison.Request} got {comparison.StandIn}: {comparison.Request.Body?.ToJsonString()}")
            .Take(20));
    }

    private static string ExpectedOutcomeOf(ParityRequest request) => request.Kind switch
    {
        "required parameters" or "all parameters" => "200",
        "no key" or "key without a scheme" or "malformed key" or "publishable key" => "401 invalid_request_error",
        "invalid account" => "403 invalid_request_error",
        "unknown URL" or "other method" => "404 invalid_request_error",
        _ when request.Param is null || request.Path.StartsWith("/v2/", StringComparison.Ordinal) => "400 invalid_request_error",
        _ => "400 invalid_request_error own",
    };

    /// <summary>Starts a server that requires an account and always returns the same error.</summary>
    private static Task<WebApplication> StartOtherAsync() => StartOtherAsync(async context =>
    {
        bool hasAccount = context.Request.HasFormContentType && (await context.Request.ReadFormAsync()).ContainsKey("account");
        context.Response.StatusCode = hasAccount ? 200 : 400;
        await context.Response.WriteAsync(hasAccount ? "{}" : """{ "error": { "type": "api_error", "param": "something" } }""");
    });

    private static async Task<WebApplication> StartOtherAsync(RequestDelegate respond)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        application.Run(respond);
        await application.StartAsync();
        return application;
    }
}

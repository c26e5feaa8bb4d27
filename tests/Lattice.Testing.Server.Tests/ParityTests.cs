using System.Text.Json.Nodes;
using Lattice.Parity;
using Lattice.Parity.Comparing;
using Lattice.Parity.Requests;
using Lattice.Stripe.Testing.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lattice.Stripe.Testing.Tests;

/// <summary>The program that compares the stand-in with other servers, and what it finds out about the stand-in alone.</summary>
public sealed class ParityTests
{
    private static readonly KnownDifferences s_none = KnownDifferences.Parse("");

    [Fact]
    public Task The_built_in_slice_is_answered_as_its_requests_deserve() => RespondCorrectlyAsync(Repository.Slice, minimum: 25);

    [Fact]
    public Task A_slice_of_all_shapes_is_answered_as_its_requests_deserve() => RespondCorrectlyAsync(WidgetSlice.Path, minimum: 100);

    [Specs.Fact]
    public Task Todays_creates_are_answered_as_their_requests_deserve() => RespondCorrectlyAsync(Specs.Facts, minimum: 400);

    [Specs.Fact]
    public Task A_whole_specification_is_answered_as_its_requests_deserve() => RespondCorrectlyAsync(Specs.Full, minimum: 5_000);

    [Fact]
    public async Task Another_server_is_seen_to_differ()
    {
        await using WebApplication other = await StartOtherAsync();

        ParityReport report = await CompareAsync(other, s_none);

        Assert.Contains(
            "POST /v1/account_links, missing parameter account: 400 invalid_request_error own -> 400 api_error other",
            report.Unknown.Select(difference => difference.ToString()));
        Assert.Contains(
            "POST /v1/account_links, no key: 401 invalid_request_error -> 200", report.Unknown.Select(difference => difference.ToString()));
        Assert.DoesNotContain(report.Unknown, difference => difference.Request.Kind == "required parameters");
        Assert.Empty(report.Known);
    }

    [Fact]
    public async Task A_difference_that_is_listed_is_known_by_its_reason()
    {
        var known = KnownDifferences.Parse("""
            # A heading

            | kind | stand-in | other | why |
            |---|---|---|---|
            | no key | `401 invalid_request_error` | `200` | It takes anybody. |
            | * | * | 400 api_error other | It has one error only. |
            """);
        await using WebApplication other = await StartOtherAsync();
        using var output = new StringWriter();

        ParityReport report = await CompareAsync(other, known);
        report.Print(output, all: false);

        Assert.Contains(
            "known    1 times no key: 401 invalid_request_error -> 200 (It takes anybody.)", output.ToString(), StringComparison.Ordinal);
        Assert.All(report.Unknown, difference => Assert.Equal("200", difference.Other.ToString()));
        Assert.NotEmpty(report.Unknown);
        Assert.Contains($"{report.Unknown.Count()} differently and not known.", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("| no key | 401 | 200 |", "Line 1 ")]
    [InlineData("text\n| no key | 401 | 200 | |", "Line 2 ")]
    public void A_row_without_a_reason_is_none(string markdown, string line)
    {
        var problem = Assert.Throws<InvalidDataException>(() => KnownDifferences.Parse(markdown));

        Assert.StartsWith(line, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_that_the_program_brings_can_be_read()
    {
        string path = Path.Combine(Repository.Root, "tests", "Lattice.Parity", "differences.md");

        Assert.NotEmpty(KnownDifferences.Parse(File.ReadAllText(path)).Rows);
    }

    [Fact]
    public async Task The_same_requests_are_made_every_time()
    {
        string spec = await File.ReadAllTextAsync(WidgetSlice.Path);

        string[] Make() => [.. RequestMaker.Make(Specification.Parse(spec)).Select(request => $"{request} {request.Body?.ToJsonString()}")];

        Assert.Equal(Make(), Make());
    }

    [Theory]
    [InlineData("--spec is missing.")]
    [InlineData("'--speck' is no option.", "--speck", "x")]
    [InlineData("--spec: there is no file 'nowhere.json'.", "--spec", "nowhere.json")]
    [InlineData("--server: 'localhost' is no http or https address.", "--spec", "{slice}", "--server", "localhost")]
    [InlineData("--server needs a value.", "--spec", "{slice}", "--server")]
    [InlineData("--all is given twice.", "--spec", "{slice}", "--all", "--all")]
    public void Wrong_usage_is_told(string message, params string[] arguments)
    {
        using var error = new StringWriter();

        Options? options = Options.Parse([.. arguments.Select(argument => argument == "{slice}" ? Repository.Slice : argument)], error);

        Assert.Null(options);
        Assert.StartsWith(message, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Usage: ", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<ParityReport> CompareAsync(WebApplication other, KnownDifferences known)
    {
        JsonNode slice = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Slice))!;
        return await ParityRun.RunAsync(SpecSlices.Cut(slice, ["/v1/account_links"]), new Uri(other.Urls.Single()), known);
    }

    /// <summary>Compares the stand-in with itself behind HTTP, and its responses with what they are to be.</summary>
    private static async Task RespondCorrectlyAsync(string spec, int minimum)
    {
        ParityReport report = await ParityRun.RunAsync(await File.ReadAllTextAsync(spec), server: null, s_none);

        Assert.True(report.Comparisons.Count >= minimum, $"There are {report.Comparisons.Count} requests.");
        Assert.Empty(report.Unknown.Select(difference => difference.ToString()));
        Assert.Empty(report.Comparisons
            .Where(comparison => comparison.StandIn.ToString() != DeservedBy(comparison.Request))
            .Select(comparison => $"{comparison.Request} got {comparison.StandIn}: {comparison.Request.Body?.ToJsonString()}")
            .Take(20));
    }

    private static string DeservedBy(ParityRequest request) => request.Kind switch
    {
        "required parameters" or "all parameters" => "200",
        "no key" or "key without a scheme" or "key that is none" or "publishable key" => "401 invalid_request_error",
        "account that is none" => "403 invalid_request_error",
        "unknown URL" or "other method" => "404 invalid_request_error",
        _ when request.Param is null || request.Path.StartsWith("/v2/", StringComparison.Ordinal) => "400 invalid_request_error",
        _ => "400 invalid_request_error own",
    };

    /// <summary>A server that knows little of Stripe: it wants an account, and all its errors are the same.</summary>
    private static async Task<WebApplication> StartOtherAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        application.Run(async context =>
        {
            bool hasAccount = context.Request.HasFormContentType && (await context.Request.ReadFormAsync()).ContainsKey("account");
            context.Response.StatusCode = hasAccount ? 200 : 400;
            await context.Response.WriteAsync(hasAccount ? "{}" : """{ "error": { "type": "api_error", "param": "something" } }""");
        });
        await application.StartAsync();
        return application;
    }
}

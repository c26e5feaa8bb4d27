using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests;

/// <summary>Runs the quickstart as a process.</summary>
public class QuickstartTests
{
    [Fact]
    public async Task It_prints_the_call_and_the_link_without_its_URL()
    {
        (int exitCode, string output) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("> POST /v1/account_links", output, StringComparison.Ordinal);
        Assert.Contains(
            "> account=acct_connected_123&refresh_url=https%3A%2F%2Fexample.com%2Fconnect%2Frefresh&", output, StringComparison.Ordinal);
        Assert.Contains("< status   200 OK", output, StringComparison.Ordinal);
        Assert.Contains("< request  req_", output, StringComparison.Ordinal);
        Assert.Contains("300 s to live", output, StringComparison.Ordinal);
        Assert.Contains("< url      [redacted]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_prints_the_URL_with_reveal()
    {
        (int exitCode, string output) = await RunAsync("--reveal", "--account", "acct_other");

        Assert.Equal(0, exitCode);
        Assert.Contains("> account=acct_other&", output, StringComparison.Ordinal);
        Assert.Contains("< url      http://localhost:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("account")]
    public async Task It_prints_Stripes_error_for_a_missing_required_parameter(string parameter)
    {
        (int exitCode, string output) = await RunAsync("--without", parameter);

        Assert.Equal(1, exitCode);
        Assert.Contains("< status   400 BadRequest", output, StringComparison.Ordinal);
        Assert.Contains("< type     invalid_request_error", output, StringComparison.Ordinal);
        Assert.Contains($"< param    {parameter}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no option '--nope'", "--nope")]
    [InlineData("--without needs a value", "--without")]
    [InlineData("there is no parameter 'nope'", "--without", "nope")]
    public async Task It_explains_its_usage_for_invalid_arguments(string error, params string[] arguments)
    {
        (int exitCode, string output) = await RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(error, output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Usage: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_key_is_rejected_without_being_printed()
    {
        (int exitCode, string output) = await Sample.RunAsync("Quickstart", [], apiKey: "sk_test_with a space");

        Assert.Equal(2, exitCode);
        Assert.Contains("STRIPE_API_KEY", output, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_test_with", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => Sample.RunAsync("Quickstart", arguments);
}

using System.Net;
using System.Net.Sockets;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>How the process starts, or ends with a message and an exit code.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:5998", "http://0.0.0.0:5998")]
    [InlineData("DOTNET_URLS", "http://*:5998", "http://*:5998")]
    [InlineData("URLS", "http://shop.example:5998", "http://shop.example:5998")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "5998", "http://*:5998")]
    [InlineData("ASPNETCORE_HTTPS_PORTS", "5998", "https://*:5998")]
    [InlineData("DOTNET_HTTP_PORTS", "5998", "http://*:5998")]
    [InlineData("HTTP_PORTS", "5998", "http://*:5998")]
    [InlineData("Kestrel__Endpoints__Web__Url", "http://[::]:5998", "http://[::]:5998")]
    [InlineData("PublicAddress", "https://shop.example/", "https://shop.example/")]
    public async Task An_address_that_others_can_reach_ends_the_process(string variable, string value, string address)
    {
        AppProcess process = await AppProcess.RunAsync(
            new Dictionary<string, string> { ["STRIPE_API_KEY"] = "sk_test_planted", [variable] = value });

        AssertEnded(2, process);
        Assert.Contains(address, process.Errors, StringComparison.Ordinal);
        Assert.Contains("SignIn__Password", process.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STRIPE_API_KEY")]
    [InlineData("Stripe__ApiKey")]
    public async Task A_live_key_without_a_sign_in_ends_the_process(string variable)
    {
        AppProcess process = await AppProcess.RunAsync(new Dictionary<string, string> { [variable] = "sk_live_planted" });

        AssertEnded(2, process);
        Assert.Contains("is not a test key", process.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STRIPE_API_KEY", "sk_test_planted key")]
    [InlineData("Stripe__MaxRetries", "-1")]
    [InlineData("SignIn__Password", "planted")]
    [InlineData("PublicAddress", "shop.example")]
    public async Task A_setting_that_is_not_valid_ends_the_process(string variable, string value)
    {
        AppProcess process = await AppProcess.RunAsync(new Dictionary<string, string> { [variable] = value }, "--urls=http://127.0.0.1:0");

        AssertEnded(2, process);
    }

    [Theory]
    [InlineData("STRIPE_WEBHOOK_SECRET")]
    [InlineData("Stripe__WebhookSecret")]
    public async Task A_webhook_secret_that_cannot_be_right_ends_the_process(string variable)
    {
        AppProcess process = await AppProcess.RunAsync(
            new Dictionary<string, string> { ["STRIPE_API_KEY"] = "sk_test_planted", [variable] = "whsec_planted " },
            "--urls=http://127.0.0.1:0");

        AssertEnded(2, process);
        Assert.Contains("white space", process.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sk_test_planted", "", true)]
    [InlineData("sk_test_planted", "whsec_planted", false)]
    [InlineData("", "", false)]
    public async Task The_process_says_if_it_has_no_endpoint_for_webhooks(string key, string secret, bool isSaid)
    {
        AppProcess process = await AppProcess.RunAsync(
            new Dictionary<string, string> { ["STRIPE_API_KEY"] = key, ["STRIPE_WEBHOOK_SECRET"] = secret }, "--urls=http://127.0.0.1:0");

        Assert.Equal(null as int?, process.ExitCode);
        Assert.Equal(isSaid, process.Output.Contains("Set STRIPE_WEBHOOK_SECRET", StringComparison.Ordinal));
        Assert.DoesNotContain("planted", process.Output + process.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_in_use_ends_the_process()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        AppProcess process = await AppProcess.RunAsync(new Dictionary<string, string>(), $"--urls=http://{listener.LocalEndpoint}");

        AssertEnded(1, process);
        Assert.Contains("address already in use", process.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sk_test_planted", "")]
    [InlineData("sk_live_planted", "planted password")]
    [InlineData("", "")]
    public async Task A_loopback_address_starts_the_process(string key, string password)
    {
        AppProcess process = await AppProcess.RunAsync(new Dictionary<string, string>
        {
            ["STRIPE_API_KEY"] = key,
            ["SignIn__Password"] = password,
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        });

        Assert.Equal(null as int?, process.ExitCode);
        Assert.Contains("Open http://127.0.0.1:", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", process.Output + process.Errors, StringComparison.Ordinal);
        Assert.Equal(
            (key.Length == 0, key.Length > 0 && password.Length == 0),
            (process.Output.Contains("stand-in", StringComparison.Ordinal), process.Output.Contains("no sign-in", StringComparison.Ordinal)));
    }

    private static void AssertEnded(int exitCode, AppProcess process)
    {
        Assert.Equal(exitCode, process.ExitCode);
        Assert.DoesNotContain("   at ", process.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", process.Output + process.Errors, StringComparison.Ordinal);
        if (exitCode == 2)
        {
            Assert.Equal("", process.Output);
            Assert.Single(process.Errors.TrimEnd().Split('\n'));
        }
    }
}

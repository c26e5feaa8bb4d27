using System.Net;
using System.Text.RegularExpressions;
using Lattice.Slice.Commands;
using Lattice.Slice.Output;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary><c>lattice serve</c>, called over HTTP.</summary>
public sealed partial class ServeCommandTests
{
    [Fact]
    public async Task Serve_serves_the_slice_and_prints_requests_without_personal_data()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");
        await using RunningServer server = await RunningServer.StartAsync("--slice", folder.ConfigurationPath);

        HttpStatusCode created = await server.PostAsync("/v1/widgets", "name=Jane&size=small&tags[0]=Doe");
        HttpStatusCode rejected = await server.PostAsync("/v1/widgets", "name=Jane");
        HttpStatusCode unknown = await server.PostAsync("/v1/gadgets", "");
        string output = await server.EndAsync();

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound], [created, rejected, unknown]);
        Assert.Equal(
            $"""
            Listening on {server.Address} for 1 operation of {folder.SlicePath}, API version 2030-01-01.test. Press Ctrl+C to stop.
            TIME POST /v1/widgets -> 200 ID
              name = [redacted]
              size = small
              tags[0] = [redacted]
            TIME POST /v1/widgets -> 400 ID
              name = [redacted]
              (invalid_request_error) parameter_missing, param size
            TIME POST /v1/gadgets -> 404 ID
              (invalid_request_error)

            """, Variable().Replace(output, match => match.Value[0] == 'r' ? "ID" : "TIME"));
    }

    [Fact]
    public async Task Reveal_prints_parameter_values_but_not_the_key()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");
        await using RunningServer server = await RunningServer.StartAsync("--slice", folder.SlicePath, "--reveal");

        await server.PostAsync("/v1/widgets", "name=Jane%1B%5B2J&size=huge");
        string output = await server.EndAsync();

        Assert.Contains("\n  name = Jane\\u001b[2J\n  size = huge\n", output, StringComparison.Ordinal);
        Assert.Contains(
            "\n  (invalid_request_error), param size: Invalid size: must be one of small or large\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningServer.Key, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_prints_a_limited_number_of_characters()
    {
        await using RunningServer server = await RunningServer.StartAsync("--reveal");
        IEnumerable<string> parameters = Enumerable.Range(0, 5000).Select(number => $"metadata[k{number}]=v").Prepend($"email={new string('x', 5000)}");

        await server.PostAsync("/v1/customers", string.Join('&', parameters));
        string output = await server.EndAsync();

        Assert.Contains($"\n  email = {new string('x', 500)}… (5000 characters)\n", output, StringComparison.Ordinal);
        Assert.Contains("\n  and 4901 more parameters\n", output, StringComparison.Ordinal);
        Assert.InRange(output.Length, 1000, 10_000);
    }

    [Fact]
    public async Task The_default_slice_is_that_of_the_SDK()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        HttpStatusCode created = await server.PostAsync("/v1/account_links", "account=acct_1&type=account_onboarding");

        Assert.Equal(HttpStatusCode.OK, created);
        Assert.Contains(" for 50 operations of the SDK's slice, ", await server.EndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", "7", true)]
    [InlineData("7", "8", false)]
    [InlineData(null, null, false)]
    public async Task Ids_differ_at_each_start_unless_there_is_a_seed(string? firstSeed, string? secondSeed, bool same)
    {
        Assert.Equal(same, await FirstRequestIdAsync(firstSeed) == await FirstRequestIdAsync(secondSeed));

        static async Task<string> FirstRequestIdAsync(string? seed)
        {
            await using RunningServer server = await RunningServer.StartAsync(seed is null ? [] : ["--seed", seed]);
            await server.PostAsync("/v1/account_links", "");
            return Variable().Matches(await server.EndAsync())[^1].Value;
        }
    }

    [Fact]
    public async Task A_port_in_use_is_an_error_that_says_what_to_do()
    {
        await using RunningServer first = await RunningServer.StartAsync();

        Response second = await RunAsync("--port", $"{first.Address.Port}");

        Assert.Equal((3, ""), (second.Code, second.Output));
        Assert.StartsWith($"lattice: Cannot listen on port {first.Address.Port}: ", second.Error, StringComparison.Ordinal);
        Assert.Contains("Choose another port with --port, or 0 for any free port.", second.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", true)]
    public async Task Serve_warns_if_it_does_not_listen_on_a_loopback_address(string host, bool warns)
    {
        await using RunningServer server = await RunningServer.StartAsync("--host", host);

        HttpStatusCode created = await server.PostAsync("/v1/account_links", "account=acct_1&type=account_onboarding");
        string output = await server.EndAsync();

        Assert.Equal(HttpStatusCode.OK, created);
        Assert.Equal(
            warns,
            output.Contains($"\nWarning: {host} is not a loopback address, so other machines can call this server.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("stripe.test")]
    [InlineData("1")]
    [InlineData("*")]
    [InlineData("")]
    public async Task A_wrong_host_is_an_error(string host)
    {
        Response response = await RunAsync("--host", host);

        Assert.Equal(3, response.Code);
        Assert.Contains(
            $"--host {host}: the address must be an IP address, such as 127.0.0.1 or 0.0.0.0, or localhost.",
            response.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_another_machine_is_an_error_that_says_what_to_do()
    {
        Response response = await RunAsync("--host", "192.0.2.1", "--port", "0");

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(
            "Cannot listen on 192.0.2.1: this machine does not have the address. Choose another address with --host",
            response.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_that_are_not_listed_are_errors_unless_an_option_allows_them()
    {
        await using RunningServer strict = await RunningServer.StartAsync();
        await using RunningServer lenient = await RunningServer.StartAsync("--allow-unlisted-values");

        Assert.Equal(HttpStatusCode.BadRequest, await strict.PostAsync("/v1/account_links", "account=acct_1&type=nonsense"));
        Assert.Equal(HttpStatusCode.OK, await lenient.PostAsync("/v1/account_links", "account=acct_1&type=nonsense"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Secrets_are_printed_nowhere(bool reveal)
    {
        const string Secret = "sk_test_neverprinted0123";
        await using RunningServer server = await RunningServer.StartAsync(reveal ? ["--reveal"] : []);

        await server.PostAsync($"/v1/accounts/{Secret}?key={Secret}", $"{Secret}=1");
        await server.PostAsync("/v1/account_links", $"account={Secret}&type={Secret}&{Secret}=1");
        string output = await server.EndAsync();

        Assert.Contains("POST /v1/accounts/sk_test_…[redacted] -> 404", output, StringComparison.Ordinal);
        Assert.DoesNotContain("neverprinted", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("http")]
    public async Task A_wrong_port_is_an_error(string port)
    {
        Response response = await RunAsync("--port", port);

        Assert.Equal(3, response.Code);
        Assert.Contains($"--port {port}: the port must be a number from 0 to 65535.", response.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"operations\": [", "is truncated")]
    [InlineData("""{ "openapi": "3.0.0" }""", "is not a valid OpenAPI document")]
    [InlineData("""{ "operations": [] }""", "stripe.json does not exist. Run `lattice slice` to create it.")]
    public async Task An_invalid_slice_is_an_error(string text, string message)
    {
        using var folder = new SliceFolder();

        Response response = await RunAsync("--slice", folder.Write("slice.json", text));

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_an_error()
    {
        Response response = await RunAsync("--slice", "nowhere.json");

        Assert.Equal(3, response.Code);
        Assert.Contains("nowhere.json does not exist (full path: ", response.Error, StringComparison.Ordinal);
    }

    [Specs.Fact]
    public async Task Serve_serves_the_full_specification()
    {
        await using RunningServer server = await RunningServer.StartAsync("--slice", Specs.Full);

        HttpStatusCode created = await server.PostAsync(
            "/v1/payment_intents", "amount=1000&currency=eur&customer=cus_1&confirm=true&description=Jane");
        string output = await server.EndAsync();

        Assert.Equal(HttpStatusCode.OK, created);
        Assert.EndsWith(
            "\n  amount = 1000\n  currency = eur\n  customer = cus_1\n  confirm = true\n  description = [redacted]\n",
            output,
            StringComparison.Ordinal);
    }

    private static async Task<Response> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await LatticeCommand.RunAsync(["serve", .. args], new PlainReport(output, new ErrorOutput(error)), output, error);
        return new Response(code, output.ToString(), error.ToString());
    }

    [GeneratedRegex(@"\d\d:\d\d:\d\d|req_\w{16}")]
    private static partial Regex Variable();
}

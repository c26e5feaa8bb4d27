using Lattice.Stripe.Tests.Support;
using Microsoft.Extensions.Logging;
using static Lattice.Stripe.Tests.Support.RetryingCaller;

namespace Lattice.Stripe.Tests.Observability;

/// <summary>The log: one entry for each call, one for each retry, one for each field found missing.</summary>
public class LogTests
{
    private const string WithoutAmount = """{"id":"thing_1","live":true,"tags":[],"owner":{"name":"o"}}""";

    [Fact]
    public async Task A_call_that_succeeds_is_one_entry()
    {
        using var caller = new ObservedCaller(Response(200, StubResponse.Thing, ("Request-Id", "req_1")));

        await caller.TryAsync();

        LogEntry entry = Assert.Single(caller.Log.Entries);
        Assert.Equal((StripeTelemetry.LoggerCategory, LogLevel.Information, "Succeeded"), (entry.Category, entry.Level, entry.Id.Name));
        Assert.Equal($"POST {caller.Route} ended with 200 in 0 ms (attempts: 1, request req_1)", entry.Text);
        Assert.Equal("req_1", entry.Properties["RequestId"]);
    }

    [Fact]
    public async Task Each_retry_is_an_entry()
    {
        using var caller = new ObservedCaller(Response(503, "", ("Request-Id", "req_1")), Fail(new HttpRequestException()), Success);

        await caller.TryAsync();

        Assert.Equal(["Retrying", "Retrying", "Succeeded"], caller.Log.Entries.Select(entry => entry.Id.Name));
        Assert.Equal([LogLevel.Warning, LogLevel.Warning, LogLevel.Information], caller.Log.Entries.Select(entry => entry.Level));
        LogEntry first = caller.Log.Entries[0];
        Assert.StartsWith($"POST {caller.Route}: attempt 1 ended with 503; it is repeated in ", first.Text, StringComparison.Ordinal);
        Assert.EndsWith(" (request req_1)", first.Text, StringComparison.Ordinal);
        Assert.Equal("connection_error", caller.Log.Entries[1].Properties["Reason"]);
        Assert.Equal(3, caller.Log.Entries[2].Properties["Attempts"]);
    }

    [Fact]
    public async Task A_call_that_fails_is_a_warning()
    {
        using var caller = new ObservedCaller(Response(400,
            """{"error":{"type":"invalid_request_error","code":"parameter_missing","message":"Missing required param: type.","param":"type"}}""",
            ("Request-Id", "req_1")));

        await caller.TryAsync();

        LogEntry entry = Assert.Single(caller.Log.Entries);
        Assert.Equal(LogLevel.Warning, entry.Level);
        Assert.Equal(
            $"POST {caller.Route} failed with invalid_request_error (status 400, code parameter_missing) in 0 ms (attempts: 1, request req_1, outcome unknown: False)",
            entry.Text);
    }

    [Fact]
    public async Task A_canceled_call_is_not_a_warning()
    {
        using var caller = new ObservedCaller(Success);

        await Assert.ThrowsAsync<StripeCanceledException>(() => caller.TryAsync(cancellationToken: new CancellationToken(canceled: true)));

        LogEntry entry = Assert.Single(caller.Log.Entries);
        Assert.Equal((LogLevel.Information, "Canceled"), (entry.Level, entry.Id.Name));
    }

    [Fact]
    public async Task A_call_that_cannot_be_sent_is_an_error()
    {
        using var caller = new ObservedCaller(Success);
        var options = new StripeRequestOptions { ExtraHeaders = new Dictionary<string, string> { ["X-A"] = "line\nend" } };

        await Assert.ThrowsAsync<ArgumentException>(() => caller.TryAsync(options: options));

        LogEntry entry = Assert.Single(caller.Log.Entries);
        Assert.Equal((LogLevel.Error, typeof(ArgumentException).FullName), (entry.Level, entry.Properties["ExceptionType"]));
    }

    [Fact]
    public async Task A_missing_field_is_logged_once()
    {
        using var caller = new ObservedCaller(
            Response(200, WithoutAmount), Response(200, WithoutAmount), Response(200, """{"id":"thing_1","tags":[],"owner":{}}"""));

        await caller.TryAsync();
        await caller.TryAsync();
        await caller.TryAsync();

        Assert.Equal(
            ["Thing.amount", "Owner.name", "Thing.live"],
            caller.Log.Entries.Where(entry => entry.Id.Name == "MissingField").Select(entry => entry.Properties["Field"]));
    }

    [Fact]
    public async Task Without_a_logger_factory_nothing_is_logged_and_calls_work()
    {
        using var caller = new RetryingCaller([Response(500, ""), Response(200, WithoutAmount, StubResponse.RequestId)]);

        Assert.True((await caller.TryAsync()).IsSuccess);
    }
}

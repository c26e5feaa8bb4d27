using static Lattice.Stripe.Tests.Support.RetryingCaller;

namespace Lattice.Stripe.Tests.Observability;

/// <summary>What OpenTelemetry measures of calls.</summary>
public class MetricTests
{
    [Fact]
    public async Task The_duration_of_a_call_is_in_seconds_and_includes_the_delays()
    {
        using var caller = new ObservedCaller(Response(500, ""), Success);

        await caller.TryAsync();

        Measurement duration = Assert.Single(caller.Measure(), measurement => measurement.Name == "stripe.client.call.duration");
        Assert.Equal("s", duration.Unit);
        Assert.Equal(1, duration.Count);
        Assert.Equal(Assert.Single(caller.Clock.Waits).TotalSeconds, duration.Sum, precision: 6);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["http.request.method"] = "POST",
                ["url.template"] = caller.Route,
                ["server.address"] = "api.stripe.com",
                ["server.port"] = 443,
                ["stripe.operation"] = "Thing.Create",
                ["http.response.status_code"] = 200,
            },
            duration.Tags);
    }

    [Fact]
    public async Task Failed_calls_are_distinguished()
    {
        using var caller = new ObservedCaller(Success, Success, Response(400, ""));

        await caller.TryAsync();
        await caller.TryAsync();
        await caller.TryAsync();
        await Assert.ThrowsAsync<StripeCanceledException>(() => caller.TryAsync(cancellationToken: new CancellationToken(canceled: true)));

        Dictionary<string, long> counts = caller.Measure()
            .Where(measurement => measurement.Name == "stripe.client.call.duration")
            .ToDictionary(
                measurement => measurement.Tags.GetValueOrDefault("error.type")?.ToString() ?? "none", measurement => measurement.Count);
        Assert.Equal(
            new Dictionary<string, long> { ["none"] = 2, ["400"] = 1, [typeof(StripeCanceledException).FullName!] = 1 }, counts);
    }

    [Fact]
    public async Task Retries_are_counted_by_their_reason()
    {
        using var caller = new ObservedCaller(Response(429, ""), Response(429, ""), Success, Fail(new HttpRequestException()), Success);

        await caller.TryAsync();
        await caller.TryAsync();

        Dictionary<string, double> retries = caller.Measure()
            .Where(measurement => measurement.Name == "stripe.client.retries")
            .ToDictionary(measurement => (string)measurement.Tags["error.type"]!, measurement => measurement.Sum);
        Assert.Equal(new Dictionary<string, double> { ["429"] = 2, ["connection_error"] = 1 }, retries);
    }
}

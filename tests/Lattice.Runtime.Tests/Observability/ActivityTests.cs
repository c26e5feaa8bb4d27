using System.Diagnostics;
using static Lattice.Stripe.Tests.Support.RetryingCaller;

namespace Lattice.Stripe.Tests.Observability;

/// <summary>What OpenTelemetry sees of a call: one activity, with an event for each retry.</summary>
public class ActivityTests
{
    [Fact]
    public async Task A_call_is_one_activity_named_by_method_and_route()
    {
        using var caller = new ObservedCaller(Response(200, StubResponse.Thing, ("Request-Id", "req_1")));

        await caller.TryAsync(new ThingParams { Text = "t" });

        Activity activity = Assert.Single(caller.Activities);
        Assert.Equal($"POST {caller.Route}", activity.DisplayName);
        Assert.Equal(ActivityKind.Client, activity.Kind);
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
        Assert.Equal("Lattice.Stripe", activity.Source.Name);
        Assert.Matches(@"^\d+\.\d+\.\d+", activity.Source.Version);
        Assert.True(activity.IsStopped);
        Assert.Empty(activity.Events);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["http.request.method"] = "POST",
                ["url.template"] = caller.Route,
                ["server.address"] = "api.stripe.com",
                ["server.port"] = 443,
                ["http.response.status_code"] = 200,
                ["stripe.operation"] = "Thing.Create",
                ["stripe.api_version"] = Thing.ApiVersion,
                ["stripe.request_id"] = "req_1",
            },
            caller.Tags);
    }

    [Theory]
    [InlineData("http://[::1]:12111/", "::1")]
    [InlineData("https://b\u00fccher.example/", "xn--bcher-kva.example")]
    [InlineData("http://127.0.0.1:12111/", "127.0.0.1")]
    public async Task The_server_has_the_name_that_NET_uses(string baseAddress, string expected)
    {
        List<Activity> activities = [];
        string route = $"/v1/{Guid.NewGuid():N}";
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StripeTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (activities)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using Caller caller = Caller.Succeeding(options => options.BaseAddress = new Uri(baseAddress));

        await Thing.Post(route).SendAsync(caller.Client, [], null, null, CancellationToken.None);

        lock (activities)
        {
            Activity activity = Assert.Single(activities, activity => activity.DisplayName == $"POST {route}");
            Assert.Equal(expected, activity.GetTagItem("server.address"));
        }
    }

    [Fact]
    public async Task It_is_a_child_of_the_callers_activity_and_the_parent_of_the_attempts()
    {
        using var caller = new ObservedCaller(Response(500, ""), Success);
        using var outer = new Activity("outer") { ActivityTraceFlags = ActivityTraceFlags.Recorded };
        outer.Start();

        await caller.TryAsync();

        Activity activity = Assert.Single(caller.Activities);
        Assert.Equal(outer.SpanId, activity.ParentSpanId);
        Assert.Equal(outer.TraceId, activity.TraceId);
        Assert.Equal([activity, activity], caller.CurrentDuringAttempts);
        Assert.Same(outer, Activity.Current);
    }

    [Fact]
    public async Task Each_retry_is_an_event()
    {
        using var caller = new ObservedCaller(Response(503, ""), Fail(new HttpRequestException("secret text")), Success);

        await caller.TryAsync();

        Activity activity = Assert.Single(caller.Activities);
        Assert.Equal(["stripe.retry", "stripe.retry"], activity.Events.Select(happened => happened.Name));
        Assert.Equal(["503", "connection_error"], Values("error.type"));
        Assert.Equal([1, 2], Values("http.request.resend_count"));
        Assert.Equal(caller.Clock.Waits, Values("stripe.retry.delay").Select(WholeMilliseconds));
        Assert.Equal(2, caller.Tags["http.request.resend_count"]);
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);

        // The resolution of .NET's timers is a millisecond.
        static TimeSpan WholeMilliseconds(object? seconds) => TimeSpan.FromMilliseconds(Math.Floor((double)seconds! * 1000));

        IEnumerable<object?> Values(string tag) => activity.Events.Select(happened => happened.Tags.Single(pair => pair.Key == tag).Value);
    }

    [Fact]
    public async Task An_error_of_Stripe_is_in_the_tags_of_the_activity()
    {
        using var caller = new ObservedCaller(Response(
            402,
            """{"error":{"type":"card_error","code":"card_declined","message":"Your card was declined.","param":"source"}}""",
            ("Idempotent-Replayed", "true")));

        await caller.TryAsync();

        Activity activity = Assert.Single(caller.Activities);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal("card_error", activity.StatusDescription);
        Assert.Equal("402", caller.Tags["error.type"]);
        Assert.Equal(402, caller.Tags["http.response.status_code"]);
        Assert.Equal("card_error", caller.Tags["stripe.error.type"]);
        Assert.Equal("card_declined", caller.Tags["stripe.error.code"]);
        Assert.Equal(true, caller.Tags["stripe.idempotent_replayed"]);
        Assert.False(caller.Tags.ContainsKey("stripe.outcome_unknown"));
    }

    [Theory]
    [InlineData(200, "{", "decoding_error")]
    [InlineData(200, "{}", "decoding_error")]
    [InlineData(null, "", "connection_error")]
    public async Task A_call_without_a_usable_response_is_an_error(int? status, string body, string expected)
    {
        Func<HttpResponseMessage> end = status is { } code ? Response(code, body) : Fail(new HttpRequestException());
        using var caller = new ObservedCaller(end, end, end);

        await caller.TryAsync();

        Assert.Equal(expected, caller.Tags["error.type"]);
        Assert.Equal(expected, caller.Tags["stripe.error.type"]);
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(caller.Activities).Status);
        Assert.Equal(true, caller.Tags["stripe.outcome_unknown"]);
    }

    [Fact]
    public async Task A_canceled_call_ends_its_activity()
    {
        using var caller = new ObservedCaller(Success);

        await Assert.ThrowsAsync<StripeCanceledException>(() => caller.TryAsync(cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal(typeof(StripeCanceledException).FullName, caller.Tags["error.type"]);
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(caller.Activities).Status);
    }

    [Fact]
    public async Task A_call_that_cannot_be_sent_ends_its_activity()
    {
        using var caller = new ObservedCaller(Success);
        var options = new StripeRequestOptions { ExtraHeaders = new Dictionary<string, string> { ["Authorization"] = "x" } };

        await Assert.ThrowsAsync<ArgumentException>(() => caller.TryAsync(options: options));

        Assert.Equal(typeof(ArgumentException).FullName, caller.Tags["error.type"]);
    }
}

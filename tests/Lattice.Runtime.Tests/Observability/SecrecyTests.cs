using static Lattice.Stripe.Tests.Support.RetryingCaller;

namespace Lattice.Stripe.Tests.Observability;

/// <summary>No parameter, body, key or secret reaches an observer.</summary>
public class SecrecyTests
{
    private const string Planted = "planted";

    private static readonly Func<HttpResponseMessage> s_planted = Response(
        400,
        """
        {"error":{"type":"sk_test_planted","code":"pi_1_secret_planted","message":"planted","param":"planted","decline_code":"planted",
        "doc_url":"https://planted","request_log_url":"https://planted","payment_intent":{"client_secret":"planted"}}}
        """,
        ("Request-Id", "sk_live_planted"), ("X-Planted", Planted));

    public static TheoryData<string, Func<HttpResponseMessage>[]> Ends => new()
    {
        { "an error that is full of them", [s_planted] },
        {
            "one that is repeated",
            [Response(500, Planted, ("Request-Id", "req_\nplanted")), Fail(new HttpRequestException(Planted)), s_planted]
        },
        {
            "a response",
            [Response(200, """{"id":"planted","amount":1,"live":true,"tags":["planted"],"owner":{"name":"planted"},"url":"planted","planted":1}""")]
        },
        { "a response that cannot be read", [Response(200, "planted")] },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task No_response_leaks_a_secret(string what, Func<HttpResponseMessage>[] script)
    {
        using var caller = new ObservedCaller(script);

        await caller.TryAsync(new ThingParams { Text = Planted, Metadata = new() { [Planted] = Planted } }, new StripeRequestOptions
        {
            ApiKey = "sk_test_planted",
            StripeAccount = "acct_planted",
            StripeContext = Planted,
            IdempotencyKey = "order-planted",
            ExtraHeaders = new Dictionary<string, string> { ["X-Extra"] = Planted },
            ExtraParameters = new Dictionary<string, string> { ["extra"] = Planted },
        });

        string everything = caller.Everything();
        Assert.True(everything.Contains(caller.Route, StringComparison.Ordinal), what);
        Assert.DoesNotContain(Planted, everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ObservedCaller.PathParameter, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Caller.Key, everything, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task No_value_of_a_query_is_observed(string what, Func<HttpResponseMessage>[] script)
    {
        using var caller = new ObservedCaller(script);

        StripeResult<Thing> result = await caller.TryGetAsync(
            new ThingParams { Text = "in-the-query" },
            new StripeRequestOptions { ExtraParameters = new Dictionary<string, string> { ["extra"] = "in-the-query" } });

        string everything = caller.Everything() + (result.IsSuccess ? "" : new StripeException(result.Error).ToString());
        Assert.True(everything.Contains("GET " + caller.Route, StringComparison.Ordinal), what);
        Assert.DoesNotContain("in-the-query", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(ObservedCaller.PathParameter, everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parameter_missing", "parameter_missing")]
    [InlineData("a_code.of_2030", "a_code.of_2030")]
    [InlineData("Not A Code", "other")]
    [InlineData("", "other")]
    [InlineData("line\\nend", "other")]
    public async Task A_code_of_another_form_is_other(string code, string expected)
    {
        using var caller = new ObservedCaller(Response(400, $$$"""{"error":{"type":"invalid_request_error","code":"{{{code}}}"}}"""));

        await caller.TryAsync();

        Assert.Equal(expected, caller.Tags["stripe.error.code"]);
        Assert.Equal(expected, Assert.Single(caller.Log.Entries).Properties["ErrorCode"]);
    }
}

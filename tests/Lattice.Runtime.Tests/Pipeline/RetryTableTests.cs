using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Pipeline;

/// <summary>
/// Tables of the end of an attempt, Stripe-Should-Retry, Retry-After and the number of the attempt: whether there is another attempt,
/// after which delay, and with which key and body.
/// </summary>
public class RetryTableTests
{
    private const int MaxRetries = 2;

    private static readonly string[] s_shouldRetry = ["", "True", "FALSE", "maybe"];

    // Whether a response is repeated, for each value of Stripe-Should-Retry (columns as above).
    private static readonly Dictionary<string, string> s_responses = new()
    {
        ["200"] = "no  no  no  no",
        ["204"] = "no  no  no  no",
        ["300"] = "no  yes no  no",
        ["307"] = "no  yes no  no",
        ["400"] = "no  yes no  no",
        ["401"] = "no  yes no  no",
        ["402"] = "no  yes no  no",
        ["403"] = "no  yes no  no",
        ["404"] = "no  yes no  no",
        ["409"] = "yes yes no  yes",
        ["413"] = "no  yes no  no",
        ["429"] = "yes yes no  yes",
        ["500"] = "yes yes no  yes",
        ["502"] = "yes yes no  yes",
        ["503"] = "yes yes no  yes",
        ["599"] = "yes yes no  yes",
        ["200 replayed"] = "no  no  no  no",
        ["400 replayed"] = "no  yes no  no",
        ["402 replayed"] = "no  yes no  no",
        ["409 replayed"] = "yes yes no  yes",
        ["429 replayed"] = "yes yes no  yes",
        ["500 replayed"] = "no  no  no  no",
        ["503 replayed"] = "no  no  no  no",
    };

    // The minimum delay for Retry-After in seconds; "stop" if it is longer than the maximum delay.
    private static readonly Dictionary<string, string> s_retryAfter = new()
    {
        [""] = "0",
        ["0"] = "0",
        ["2"] = "2",
        ["5"] = "5",
        ["6"] = "stop",
        ["2147483647"] = "stop",
        ["99999999999999999999"] = "stop",
        ["-5"] = "0",
        ["1.5"] = "1.5",
        ["2, 5"] = "5",
        ["2, soon"] = "0",
        ["soon"] = "0",
        ["Thu, 01 Jan 1970 01:00:00 GMT"] = "stop",
        ["Wed, 31 Dec 1969 23:59:59 GMT"] = "0",
        ["1970-01-01T01:00:00Z"] = "0",
    };

    private static readonly Dictionary<string, Func<HttpResponseMessage>> s_failures = new()
    {
        ["refused"] = () => throw new HttpRequestException(
            HttpRequestError.ConnectionError, "x", new SocketException((int)SocketError.ConnectionRefused)),
        ["no such host"] = () => throw new HttpRequestException(HttpRequestError.NameResolutionError),
        ["TLS"] = () => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "x", new AuthenticationException()),
        ["TLS of a handler's own"] = () => throw new AuthenticationException(),
        ["reset before the response"] = () => throw new HttpRequestException(
            "x", new IOException("x", new SocketException((int)SocketError.ConnectionReset))),
        ["ended before the response"] = () => throw new HttpIOException(HttpRequestError.ResponseEnded),
        ["reset within the body"] = () => StubResponse.Of(200, new StreamContent(new BrokenStream())),
        ["the handler's timeout"] = () => throw new TaskCanceledException("x", new TimeoutException()),
    };

    public static TheoryData<string> Responses => [.. s_responses.Keys];

    public static TheoryData<string> Failures => [.. s_failures.Keys];

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task A_response_is_repeated_as_in_the_tables(string response)
    {
        int status = int.Parse(response[..3]);
        string replayed = response.EndsWith("replayed", StringComparison.Ordinal) ? "true" : "";
        string[] repeated = s_responses[response].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach ((string shouldRetry, string isRepeated) in s_shouldRetry.Zip(repeated))
        {
            foreach ((string retryAfter, string wait) in s_retryAfter)
            {
                Func<HttpResponseMessage> end = RetryingCaller.Response(status, "{", Headers(
                    ("Stripe-Should-Retry", shouldRetry), ("Retry-After", retryAfter), ("Idempotent-Replayed", replayed)));
                for (int attempt = 1; attempt <= MaxRetries + 1; attempt++)
                {
                    int number = attempt;
                    bool isLast = isRepeated == "no" || wait == "stop" || attempt > MaxRetries;
                    double seconds = wait == "stop" ? 0 : double.Parse(wait, CultureInfo.InvariantCulture);
                    await Combination.TestAsync(
                        $"Stripe-Should-Retry '{shouldRetry}', Retry-After '{retryAfter}', attempt {attempt}",
                        () => AssertAsync(end, number, isLast, seconds));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_is_repeated_as_often_as_there_are_retries(string failure)
    {
        for (int attempt = 1; attempt <= MaxRetries + 1; attempt++)
        {
            int number = attempt;
            await Combination.TestAsync($"attempt {attempt}", async () =>
            {
                StripeResult<Thing> result = await AssertAsync(s_failures[failure], number, number > MaxRetries, 0);

                Assert.Equal(number > MaxRetries, result.Error?.IsOutcomeUnknown == true);
                Assert.Equal(number > MaxRetries, result.Error?.GetException() is not null);
            });
        }
    }

    /// <summary>A call whose attempt with this number ends like this; the earlier ones failed and the next one would succeed.</summary>
    private static async Task<StripeResult<Thing>> AssertAsync(Func<HttpResponseMessage> end, int attempt, bool isLast, double seconds)
    {
        using var caller = new RetryingCaller(
            [.. Enumerable.Repeat(RetryingCaller.Response(503, ""), attempt - 1), end, RetryingCaller.Success],
            options => options.MaxRetries = MaxRetries);

        StripeResult<Thing> result = await caller.TryAsync();

        Assert.Equal(!isLast, result.IsSuccess);
        Assert.Equal(isLast ? attempt : attempt + 1, caller.Handler.Requests.Count);
        Assert.Equal(isLast ? 1 : 0, caller.Unused);
        Assert.Equal(caller.Handler.Requests.Count, result.Response?.Attempts ?? result.Error!.Attempts);
        Assert.Single(caller.Handler.Requests.Select(request => (request.Body, request.Header("Idempotency-Key"))).Distinct());
        Assert.Equal(caller.Handler.Requests[0].Header("Idempotency-Key"), result.Response?.IdempotencyKey ?? result.Error!.IdempotencyKey);
        Assert.Equal(caller.Handler.Requests.Count - 1, caller.Waits.Count);
        if (!isLast)
        {
            double longest = 0.5 * Math.Pow(2, attempt - 1);
            Assert.InRange(caller.Waits[^1].TotalSeconds, Math.Max(seconds, longest / 2), Math.Max(seconds, longest));
        }

        return result;
    }

    private static (string, string)[] Headers(params (string Name, string Value)[] headers) =>
        [.. headers.Where(header => header.Value != "")];

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("broken");
    }
}

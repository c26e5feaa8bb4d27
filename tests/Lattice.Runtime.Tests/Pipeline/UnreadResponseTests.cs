using System.Net;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Pipeline;

/// <summary>
/// A response has arrived, but the caller does not get its content. Its sender had the request, even if the handler
/// never read the request's content.
/// </summary>
public sealed class UnreadResponseTests
{
    private static readonly string s_long = $$"""{{{string.Join(',', Enumerable.Repeat("\"x\":1", 100_000))}}}""";

    public static TheoryData<int> Statuses => [200, 201, 299, 302, 400, 402, 429, 500];

    [Theory]
    [InlineData(200, true)]
    [InlineData(200, false)]
    [InlineData(299, true)]
    [InlineData(299, false)]
    public async Task Canceling_while_a_success_is_decoded_leaves_the_outcome_unknown(int status, bool isStripes)
    {
        using var source = new CancellationTokenSource();
        using StripeClient client = Connect(() => StubResponse.Of(status, s_long, isStripes ? [StubResponse.RequestId] : []));

        var exception = await Assert.ThrowsAsync<StripeCanceledException>(
            () => TryAsync(client, (ref StripeJsonReader json) => Cancel(source, ref json), source.Token));

        Assert.True(exception.IsOutcomeUnknown);
        Assert.Equal("key-1", exception.IdempotencyKey);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Canceling_while_a_body_arrives_leaves_the_outcome_unknown(int status)
    {
        using var source = new CancellationTokenSource();
        using var body = new StallingStream();
        using StripeClient client = Connect(() => StubResponse.Of(status, new StreamContent(body), StubResponse.RequestId));
        Task<StripeResult<Thing>> call = TryAsync(client, StripeJsonReader.Read<Thing>, source.Token);
        await body.Stalled;

        await source.CancelAsync();

        Assert.True((await Assert.ThrowsAsync<StripeCanceledException>(() => call)).IsOutcomeUnknown);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_connection_that_is_lost_while_a_body_arrives_leaves_the_outcome_unknown(int status)
    {
        using StripeClient client = Connect(() => StubResponse.Of(status, new StreamContent(new LostStream()), StubResponse.RequestId));

        StripeError error = Caller.Failed(await TryAsync(client, StripeJsonReader.Read<Thing>));

        Assert.Equal((StripeErrorType.ConnectionError, true, 1), (error.Type, error.IsOutcomeUnknown, error.Attempts));
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task An_attempt_that_ended_in_part_of_a_body_stays_open(int status)
    {
        // The next attempt is not sent.
        int attempts = 0;
        using StripeClient client = Connect(
            () => ++attempts == 1
                ? StubResponse.Of(status, new StreamContent(new LostStream()), StubResponse.RequestId)
                : throw new HttpRequestException(HttpRequestError.NameResolutionError),
            options => options.MaxRetries = 1);

        StripeError error = Caller.Failed(await TryAsync(client, StripeJsonReader.Read<Thing>));

        Assert.Equal((true, 2), (error.IsOutcomeUnknown, error.Attempts));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(402)]
    [InlineData(500)]
    [InlineData(302)]
    public async Task Canceling_while_an_error_is_decoded_leaves_the_outcome_unknown(int status)
    {
        using var source = new CancellationTokenSource();
        using StripeClient client = Connect(
            () => StubResponse.Of(status, new StreamContent(new CancelingStream(s_long, source)), StubResponse.RequestId));

        var exception = await Assert.ThrowsAsync<StripeCanceledException>(
            () => TryAsync(client, StripeJsonReader.Read<Thing>, source.Token));

        Assert.True(exception.IsOutcomeUnknown);
    }

    [Fact]
    public async Task Canceling_while_the_error_of_a_retryable_attempt_is_decoded_leaves_the_outcome_unknown()
    {
        using var source = new CancellationTokenSource();
        int attempts = 0;
        using StripeClient client = Connect(
            () =>
            {
                attempts++;
                return StubResponse.Of(429, new StreamContent(new CancelingStream(s_long, source)), StubResponse.RequestId);
            },
            options => options.MaxRetries = 2);

        var exception = await Assert.ThrowsAsync<StripeCanceledException>(
            () => TryAsync(client, StripeJsonReader.Read<Thing>, source.Token));

        Assert.Equal((true, 1), (exception.IsOutcomeUnknown, attempts));
    }

    [Fact]
    public async Task A_rejection_before_a_canceled_delay_leaves_the_outcome_known()
    {
        using var source = new CancellationTokenSource();
        var clock = new SkippingTimeProvider { OnWait = source.Cancel };
        using StripeClient client = Connect(
            () => StubResponse.Of(429, "{}", StubResponse.RequestId),
            options =>
            {
                options.MaxRetries = 2;
                options.TimeProvider = clock;
            });

        var exception = await Assert.ThrowsAsync<StripeCanceledException>(
            () => TryAsync(client, StripeJsonReader.Read<Thing>, source.Token));

        Assert.False(exception.IsOutcomeUnknown);
    }

    [Theory]
    [InlineData(413, false)]
    [InlineData(302, false)]
    [InlineData(200, true)]
    public async Task An_upload_without_a_request_for_its_content_is_unknown_only_after_a_success(int status, bool isUnknown)
    {
        using var source = new CancellationTokenSource();
        using var body = new StallingStream();
        using StripeClient client = Connect(() => StubResponse.Of(status, new StreamContent(body)));
        var parameters = new UploadParams { File = new StripeFileUpload(new MemoryStream([1]), "a.txt") };
        Task<StripeResult<Thing>> call = UploadParams.CreateOperation.TrySendAsync(client, [], parameters, null, source.Token);
        await body.Stalled;

        await source.CancelAsync();

        Assert.Equal(isUnknown, (await Assert.ThrowsAsync<StripeCanceledException>(() => call)).IsOutcomeUnknown);
    }

    [Theory]
    [InlineData(true, "Stripe carried out the request, but the response could not be read (FormatException).")]
    [InlineData(false, "Stripe may have carried out the request, but the response could not be read (FormatException).")]
    public async Task An_unexpected_exception_of_a_reader_is_a_decoding_error(bool isStripes, string message)
    {
        var failure = new FormatException("s3cr3t");
        using StripeClient client = Connect(() => StubResponse.Of(200, StubResponse.Thing, isStripes ? [StubResponse.RequestId] : []));

        StripeError error = Caller.Failed(await TryAsync(client, (ref StripeJsonReader _) => throw failure));

        Assert.Equal((StripeErrorType.DecodingError, HttpStatusCode.OK, true), (error.Type, error.StatusCode, error.IsOutcomeUnknown));
        Assert.Equal((message, "key-1"), (error.Message, error.IdempotencyKey));
        Assert.Same(failure, error.GetException());
        Assert.DoesNotContain("s3cr3t", new StripeException(error).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_is_not_the_callers_is_a_failure_of_the_reader()
    {
        using StripeClient client = Connect(() => StubResponse.Of(200, StubResponse.Thing, StubResponse.RequestId));

        StripeError error = Caller.Failed(await TryAsync(client, (ref StripeJsonReader _) => throw new OperationCanceledException()));

        Assert.Equal((StripeErrorType.DecodingError, true), (error.Type, error.IsOutcomeUnknown));
    }

    [Fact]
    public async Task A_success_that_takes_longer_to_decode_than_the_total_time_is_a_success()
    {
        var clock = new SkippingTimeProvider();
        clock.LetTimersStand();
        using StripeClient client = Connect(
            () => StubResponse.Of(200, s_long, StubResponse.RequestId),
            options =>
            {
                options.TimeProvider = clock;
                options.TotalTimeout = TimeSpan.FromSeconds(1);
            });

        StripeResult<Thing> result = await TryAsync(client, (ref StripeJsonReader json) =>
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            return StripeJsonReader.Read<Thing>(ref json);
        });

        Assert.True(result.IsSuccess);
    }

    private static StripeClient Connect(Func<HttpResponseMessage> respond, Action<StripeClientOptions>? configure = null) =>
        RetryingCaller.Connect(new ContentIgnoringHandler(respond), options =>
        {
            options.MaxRetries = 0;
            configure?.Invoke(options);
        });

    private static Task<StripeResult<Thing>> TryAsync(
        StripeClient client, StripeObjectReader<Thing> reader, CancellationToken cancellationToken = default)
    {
        var operation = new StripeOperation<FormParams, Thing>(
            "Thing.Create", HttpMethod.Post, "/v1/things", Thing.ApiVersion, reader)
        {
            BodyKind = StripeBodyKind.Form,
        };
        var options = new StripeRequestOptions { IdempotencyKey = "key-1" };
        return operation.TrySendAsync(client, [], new ThingParams { Text = "t" }, options, cancellationToken);
    }

    private static Thing Cancel(CancellationTokenSource source, ref StripeJsonReader json)
    {
        source.Cancel();
        return StripeJsonReader.Read<Thing>(ref json);
    }

    /// <summary>Responds without reading the request's content, as a stub or a cache may.</summary>
    private sealed class ContentIgnoringHandler(Func<HttpResponseMessage> respond) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(respond());
    }

    /// <summary>A body whose connection is lost after the first byte.</summary>
    private sealed class LostStream() : MemoryStream([(byte)'{'])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var read and > 0
                ? read
                : throw new HttpIOException(HttpRequestError.ResponseEnded);
    }

    /// <summary>A body at the end of which the caller cancels.</summary>
    private sealed class CancelingStream(string body, CancellationTokenSource source)
        : MemoryStream(System.Text.Encoding.UTF8.GetBytes(body))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, CancellationToken.None);
            if (read == 0)
            {
                await source.CancelAsync();
            }

            return read;
        }
    }
}

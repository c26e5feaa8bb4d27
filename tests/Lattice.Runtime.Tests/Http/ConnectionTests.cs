using System.IO.Compression;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Lattice.Stripe.Tests.Http;

/// <summary>A failed connection is an error with the kind of failure, and never with the exception's message.</summary>
public sealed class ConnectionTests
{
    private static readonly Dictionary<string, Func<Exception>> s_failures = new()
    {
        ["no address"] = () => new HttpRequestException(HttpRequestError.NameResolutionError, "hidden"),
        ["refused"] = () => new HttpRequestException("hidden", new SocketException((int)SocketError.ConnectionRefused)),
        ["TLS"] = () => new HttpRequestException(HttpRequestError.SecureConnectionError, "hidden", new AuthenticationException("hidden")),
        ["unknown"] = () => new HttpRequestException("hidden"),
        ["reset"] = () => new IOException("hidden", new SocketException((int)SocketError.ConnectionReset)),
        ["ended early"] = () => new HttpIOException(HttpRequestError.ResponseEnded, "hidden"),
        ["bad compression"] = () => new InvalidDataException("hidden"),
    };

    public static TheoryData<string> Failures => [.. s_failures.Keys];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_instead_of_a_response_is_a_connection_error(string name)
    {
        using var caller = new Caller(StubHandler.Failing(s_failures[name]()));

        await AssertConnectionErrorAsync(caller);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_within_the_body_is_a_connection_error(string name)
    {
        using var caller = new Caller(new StubHandler(
            (_, _) => Task.FromResult(StubResponse.Of(200, new StreamContent(new BreakingStream(s_failures[name]()))))));

        await AssertConnectionErrorAsync(caller);
    }

    [Fact]
    public async Task The_message_names_the_kind_of_failure()
    {
        using var noAddress = new Caller(StubHandler.Failing(s_failures["no address"]()));
        using var refused = new Caller(StubHandler.Failing(s_failures["refused"]()));

        Assert.Contains("NameResolutionError", Caller.Failed(await noAddress.TryAsync()).Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionRefused", Caller.Failed(await refused.TryAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_compressed_body_is_a_connection_error()
    {
        // As the default handler decompresses the body while it is read.
        using var caller = new Caller(new StubHandler((_, _) => Task.FromResult(StubResponse.Of(
            200, new StreamContent(new GZipStream(new MemoryStream(new byte[100]), CompressionMode.Decompress))))));

        await AssertConnectionErrorAsync(caller);
    }

    private static async Task AssertConnectionErrorAsync(Caller caller)
    {
        StripeResult<Thing> result = await caller.TryAsync(
            new ThingParams { Text = "hidden" }, new StripeRequestOptions { IdempotencyKey = "key-1" });

        StripeError error = Caller.Failed(result);
        Assert.Equal(StripeErrorType.ConnectionError, error.Type);
        Assert.True(error.IsOutcomeUnknown);
        Assert.Null(error.StatusCode);
        Assert.Null(result.Response);
        Assert.Equal("key-1", error.IdempotencyKey);
        Assert.Equal(1, error.Attempts);
        Assert.Contains("api.stripe.com", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "hidden", Assert.Throws<StripeException>(() => result.GetValueOrThrow()).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Caller.Key, error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A body that starts well and then fails.</summary>
    private sealed class BreakingStream(Exception failure) : MemoryStream("{\"id\":\"hidden\""u8.ToArray())
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw failure;
        }
    }
}

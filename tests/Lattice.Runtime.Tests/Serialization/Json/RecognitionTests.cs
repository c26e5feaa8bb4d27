using System.IO.Compression;
using System.Text;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>A response of 2xx is a success only if it is Stripe's: portals, proxies and gateways send 200 as well.</summary>
public sealed class RecognitionTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"status":"ok"}""")]
    [InlineData("""{"error":{"type":"api_error","message":"m"}}""")]
    [InlineData("""{"id":"thing_1"}""")]
    [InlineData("""{"id":"cus_1","object":"customer","amount":null,"live":true,"tags":[],"owner":{"name":"o"}}""")]
    [InlineData("""[{"id":"thing_1","amount":1,"live":true,"tags":[],"owner":{"name":"o"}}]""")]
    [InlineData("""{"data":{"id":"thing_1","amount":1,"live":true,"tags":[],"owner":{"name":"o"}}}""")]
    [InlineData("null")]
    [InlineData("\"ok\"")]
    [InlineData("OK")]
    [InlineData("")]
    [InlineData("<html>Sign in to the network.</html>")]
    public async Task Without_a_request_id_another_body_is_never_a_success(string body)
    {
        foreach (int status in new[] { 200, 201, 202, 204, 299 })
        {
            await Combination.TestAsync($"status {status}", async () =>
            {
                using Caller caller = Caller.Responding(status, body);

                StripeError error = Caller.Failed(await caller.TryAsync());

                Assert.Equal(StripeErrorType.DecodingError, error.Type);
                Assert.True(error.IsOutcomeUnknown);
                Assert.StartsWith("Stripe may have carried out the request, but the response ", error.Message, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public async Task The_error_names_what_a_stub_must_send()
    {
        using Caller caller = Caller.Responding(200, """{"id":"thing_1","live":true,"tags":[]}""");

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Contains("the header Request-Id (req_...)", error.Message, StringComparison.Ordinal);
        Assert.Contains("lacks amount, owner", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreadable_response_with_a_request_id_was_carried_out()
    {
        using Caller caller = Caller.Responding(200, "{\"id\":", StubResponse.RequestId);

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.StartsWith("Stripe carried out the request, but the response ", error.Message, StringComparison.Ordinal);
        Assert.True(error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_type_without_object_is_recognized_by_its_required_properties()
    {
        using Caller caller = Caller.Responding(200, StubResponse.Thing);

        Assert.Equal("thing_1", (await caller.CreateAsync()).Id);
    }

    [Theory]
    [InlineData("""{"object":"link","url":"u"}""", true)]
    [InlineData("""{"url":"u","object":"link"}""", true)]
    [InlineData("""{"object":"l\u0069nk"}""", true)]
    [InlineData("""{"ob\u006aect":"link"}""", true)]
    [InlineData("""{"url":"u"}""", false)]
    [InlineData("""{"url":"u","object":"LINK"}""", false)]
    [InlineData("""{"url":"u","object":"customer"}""", false)]
    [InlineData("""{"url":"u","object":null}""", false)]
    [InlineData("""{"url":"u","object":["link"]}""", false)]
    [InlineData("""{"url":"u","object":"link","object":["link"]}""", false)]
    [InlineData("""{"url":"u","object":"link","object":null}""", false)]
    [InlineData("""{"url":"u","object":"link","object":"customer"}""", false)]
    [InlineData("""{"url":"u","object":5,"object":"link"}""", true)]
    [InlineData("""{"url":"u","part":{"object":"link"}}""", false)]
    public async Task A_type_with_object_is_recognized_by_its_value(string body, bool succeeds)
    {
        using Caller caller = Caller.Responding(200, body);

        StripeResult<Link> result = await Link.CreateOperation.TrySendAsync(caller.Client, [], null, null, CancellationToken.None);

        Assert.Equal(succeeds, result.IsSuccess);
        Assert.Equal(!succeeds, result.Error?.IsOutcomeUnknown == true);
    }

    [Fact]
    public async Task The_error_names_the_expected_object()
    {
        using Caller caller = Caller.Responding(200, """{"object":"hidden"}""");

        StripeResult<Link> result = await Link.CreateOperation.TrySendAsync(caller.Client, [], null, null, CancellationToken.None);

        Assert.Contains("is not 'link'", result.Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", result.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"object":"new_name","url":"u"}""")]
    [InlineData("{}")]
    public async Task A_response_with_a_request_id_may_lack_or_rename_object(string body)
    {
        using Caller caller = Caller.Responding(200, body, StubResponse.RequestId);

        Assert.True((await Link.CreateOperation.TrySendAsync(caller.Client, [], null, null, CancellationToken.None)).IsSuccess);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(204, "")]
    public async Task An_empty_result_needs_the_request_id(int status, string body)
    {
        var operation = new StripeOperation<FormParams, StripeEmpty>(
            "Event.Create", HttpMethod.Post, "/v2/events", Thing.ApiVersion, StripeJsonReader.Read<StripeEmpty>);
        using Caller with = Caller.Responding(status, body, StubResponse.RequestId);
        using Caller without = Caller.Responding(status, body);

        Assert.True((await operation.TrySendAsync(with.Client, [], null, null, CancellationToken.None)).IsSuccess);
        StripeResult<StripeEmpty> result = await operation.TrySendAsync(without.Client, [], null, null, CancellationToken.None);

        Assert.True(result.Error!.IsOutcomeUnknown);
        Assert.Contains("Request-Id", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_success_that_is_recognized_by_its_body_is_a_success_after_a_lost_attempt()
    {
        using var caller = new RetryingCaller([RetryingCaller.Fail(new HttpRequestException()), RetryingCaller.Success]);

        Assert.True((await caller.TryAsync()).IsSuccess);
    }

    [Theory]
    [InlineData(200, "gzip")]
    [InlineData(402, "gzip")]
    [InlineData(200, "br")]
    [InlineData(500, "br")]
    [InlineData(200, "br, x-gzip")]
    public async Task An_unrequested_coding_is_named(int status, string coding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = coding[0] == 'b'
            ? new BrotliStream(packed, CompressionMode.Compress)
            : new GZipStream(packed, CompressionMode.Compress))
        {
            packer.Write(Encoding.UTF8.GetBytes(StubResponse.Thing));
        }

        using var caller = new Caller(new StubHandler((_, _) =>
        {
            var content = new ByteArrayContent(packed.ToArray());
            content.Headers.Add("Content-Encoding", coding);
            return Task.FromResult(StubResponse.Of(status, content, StubResponse.RequestId));
        }));

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Contains($"is encoded as {coding}", error.Message, StringComparison.Ordinal);
        Assert.Equal("identity", caller.Sent.Header("Accept-Encoding"));
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip")]
    public async Task A_readable_body_keeps_its_message_for_any_coding(string coding)
    {
        using var caller = new Caller(new StubHandler((_, _) =>
        {
            var content = new StringContent("\n {\"error\":{\"type\":\"card_error\",\"message\":\"Declined.\"}}");
            content.Headers.Add("Content-Encoding", coding);
            return Task.FromResult(StubResponse.Of(402, content, StubResponse.RequestId));
        }));

        Assert.Equal("Declined.", Caller.Failed(await caller.TryAsync()).Message);
    }

    [Fact]
    public async Task A_coding_that_could_forge_a_log_entry_is_not_quoted()
    {
        using var caller = new Caller(new StubHandler((_, _) =>
        {
            var content = new ByteArrayContent([1]);
            content.Headers.TryAddWithoutValidation("Content-Encoding", "x sk_test_hidden");
            return Task.FromResult(StubResponse.Of(200, content, StubResponse.RequestId));
        }));

        StripeError error = Caller.Failed(await caller.TryAsync());

        Assert.Contains("is encoded as an unknown coding", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A resource with a constant <c>object</c>, read as the generator reads it.</summary>
    private sealed class Link : StripeResource, IJsonReadable<Link>
    {
        private Link(ref StripeJsonReader json)
            : base(ref json)
        {
        }

        public static StripeOperation<FormParams, Link> CreateOperation { get; } =
            new("Link.Create", HttpMethod.Post, "/v1/links", Thing.ApiVersion, StripeJsonReader.Read<Link>)
            {
                BodyKind = StripeBodyKind.Form,
            };

        static Link IJsonReadable<Link>.Read(ref StripeJsonReader json)
        {
            string? @object = null;
            while (json.ReadFields())
            {
                if (json.IsField("object"u8))
                {
                    @object = json.ReadConst("link");
                }

                if (json.IsField("part"u8))
                {
                    _ = json.ReadObject<Link>();
                }
            }

            if (@object is null)
            {
                json.AddMissing(nameof(Link), "object");
            }

            return new Link(ref json);
        }
    }
}

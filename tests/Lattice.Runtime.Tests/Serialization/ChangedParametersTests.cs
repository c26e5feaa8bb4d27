using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;
using Lattice.Stripe.Serialization.Multipart;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Serialization;

/// <summary>Parameters can be changed and used again as soon as a call has started: every attempt sends what they were.</summary>
public sealed class ChangedParametersTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Form_parameters(int failures)
    {
        var child = new ThingParams { Text = "child" };
        List<string?> texts = ["a"];
        List<ThingParams?> children = [child];
        var parameters = new ThingParams
        {
            Text = "sent",
            Number = 1,
            Kind = Kind.Known,
            Child = child,
            Texts = texts,
            Children = children,
            Metadata = new() { ["k"] = "v" },
        };
        using var server = new GatedServer(failures);

        Task<StripeResult<Thing>> call = Thing.CreateOperation.TrySendAsync(server.Client, [], parameters, null, CancellationToken.None);
        parameters.Text = "changed";
        parameters.Number = null;
        parameters.Kind = "changed";
        child.Text = "changed";
        child.Flag = true;
        texts[0] = "changed";
        texts.Add("b");
        children.Clear();
        parameters.Metadata["k"] = "changed";
        parameters.Metadata["new"] = "v";
        parameters.Child = null;
        server.Open();

        Assert.True((await call).IsSuccess);
        Assert.Equal(failures + 1, server.Bodies.Count);
        Assert.All(server.Bodies, body => Assert.Equal(
            "text=sent&number=1&kind=known&child[text]=child&texts[0]=a&children[0][text]=child&metadata[k]=v",
            body.Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Form_parameters_of_a_call_that_throws_errors()
    {
        var parameters = new ThingParams { Text = "sent" };
        using var server = new GatedServer(failures: 1);

        Task<Thing> call = Thing.CreateOperation.SendAsync(server.Client, [], parameters, null, CancellationToken.None);
        parameters.Text = "changed";
        server.Open();
        await call;

        Assert.Equal(["text=sent", "text=sent"], server.Bodies);
    }

    [Fact]
    public async Task Form_parameters_of_a_request()
    {
        var parameters = new ThingParams { Text = "sent" };
        var extra = new Dictionary<string, string> { ["extra"] = "sent" };
        string[] path = ["thing_1"];
        using var server = new GatedServer(failures: 1);
        var request = new StripeRequest<FormParams, Thing>(Thing.Post("/v1/things/{thing}"))
        {
            PathParameters = [.. path],
            Parameters = parameters,
            Options = new() { ExtraParameters = extra },
        };

        ValueTask<StripeResult<Thing>> call = server.Client.SendAsync(request, CancellationToken.None);
        parameters.Text = "changed";
        extra["extra"] = "changed";
        extra["new"] = "changed";
        path[0] = "changed";
        server.Open();
        await call;

        Assert.Equal(["text=sent&extra=sent", "text=sent&extra=sent"], server.Bodies);
        Assert.All(server.Paths, sent => Assert.Equal("/v1/things/thing_1", sent));
    }

    [Fact]
    public async Task One_object_for_several_calls()
    {
        var parameters = new ThingParams();
        using var server = new GatedServer(failures: 0);

        List<Task<Thing>> calls = [];
        for (int i = 0; i < 10; i++)
        {
            parameters.Number = i;
            calls.Add(Thing.CreateOperation.SendAsync(server.Client, [], parameters, null, CancellationToken.None));
        }

        server.Open();
        await Task.WhenAll(calls);

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"number={i}"), server.Bodies.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task JSON_parameters(int failures)
    {
        var operation = new StripeOperation<JsonParams, StripeEmpty>(
            "Json.Create", HttpMethod.Post, "/v2/json", Thing.ApiVersion, StripeJsonReader.Read<StripeEmpty>)
        {
            BodyKind = StripeBodyKind.Json,
        };
        List<string?> texts = ["a"];
        var parameters = new JsonNote { Text = "sent", Child = new() { Text = "child" }, Texts = texts, Map = new() { ["k"] = "v" } };
        using var server = new GatedServer(failures);

        Task<StripeEmpty> call = operation.SendAsync(server.Client, [], parameters, null, CancellationToken.None);
        parameters.Text = "changed";
        parameters.Child.Text = "changed";
        texts[0] = "changed";
        parameters.Map["k"] = "changed";
        parameters.Map = Clearable.Clear;
        server.Open();
        await call;

        Assert.Equal(failures + 1, server.Bodies.Count);
        Assert.All(server.Bodies, body => Assert.Equal("""{"text":"sent","child":{"text":"child"},"texts":["a"],"map":{"k":"v"}}""", body));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Fields_next_to_a_file(int failures)
    {
        var operation = new StripeOperation<MultipartParams, StripeEmpty>(
            "File.Create", HttpMethod.Post, "/v1/files", Thing.ApiVersion, StripeJsonReader.Read<StripeEmpty>)
        {
            BodyKind = StripeBodyKind.Multipart,
        };
        using var content = new MemoryStream("content"u8.ToArray());
        using var other = new MemoryStream("changed"u8.ToArray());
        var parameters = new NoteUpload
        {
            File = new StripeFileUpload(content, "sent.txt"),
            Text = "sent",
            Child = new() { Text = "child" },
        };
        using var server = new GatedServer(failures);

        Task<StripeEmpty> call = operation.SendAsync(server.Client, [], parameters, null, CancellationToken.None);
        parameters.Text = "changed";
        parameters.Child.Text = "changed";
        parameters.Child = null;
        parameters.File = new StripeFileUpload(other, "changed.txt");
        server.Open();
        await call;

        Assert.Equal(failures + 1, server.Bodies.Count);
        Assert.All(server.Bodies, body =>
        {
            Assert.Contains("name=\"text\"\r\n\r\nsent\r\n", body, StringComparison.Ordinal);
            Assert.Contains("name=\"child[text]\"\r\n\r\nchild\r\n", body, StringComparison.Ordinal);
            Assert.Contains("filename=\"sent.txt\"", body, StringComparison.Ordinal);
            Assert.Contains("\r\n\r\ncontent\r\n", body, StringComparison.Ordinal);
            Assert.DoesNotContain("changed", body, StringComparison.Ordinal);
        });
    }

    /// <summary>Reads no request before the gate is open, and fails the first attempts.</summary>
    private sealed class GatedServer : IDisposable
    {
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly GatedHandler _handler;

        public GatedServer(int failures)
        {
            _handler = new GatedHandler(_gate.Task, failures);
            Client = RetryingCaller.Connect(_handler, options => options.MaxRetries = failures);
        }

        public StripeClient Client { get; }

        public IReadOnlyList<string> Bodies => [.. _handler.Requests.Select(request => request.Body!)];

        public IReadOnlyList<string> Paths => [.. _handler.Requests.Select(request => request.Uri.AbsolutePath)];

        public void Open()
        {
            Assert.Empty(_handler.Requests);
            _gate.SetResult();
        }

        public void Dispose()
        {
            Client.Dispose();
            _handler.Dispose();
        }
    }

    private sealed class GatedHandler(Task gate, int failures) : HttpMessageHandler
    {
        private readonly List<RecordedRequest> _requests = [];

        public IReadOnlyList<RecordedRequest> Requests
        {
            get
            {
                lock (_requests)
                {
                    return [.. _requests];
                }
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await gate;
            RecordedRequest recorded = await RecordedRequest.OfAsync(request);
            lock (_requests)
            {
                _requests.Add(recorded);
                return _requests.Count <= failures
                    ? StubResponse.Of(500, "")
                    : StubResponse.Of(200, StubResponse.Thing, StubResponse.RequestId);
            }
        }
    }

    private sealed class JsonNote : JsonParams
    {
        public string? Text { get; set; }

        public JsonNote? Child { get; set; }

        public IReadOnlyList<string?>? Texts { get; set; }

        public StripeMap<string?>? Map { get; set; }

        protected override void Write(ref JsonBodyWriter json)
        {
            json.WriteString("text"u8, Text);
            json.WriteObject("child"u8, Child);
            json.WriteStrings("texts"u8, Texts);
            json.WriteStringMap("map"u8, Map);
        }
    }

    private sealed class NoteUpload : MultipartParams
    {
        public StripeFileUpload? File { get; set; }

        public string? Text { get; set; }

        public ThingParams? Child { get; set; }

        protected override IReadOnlyList<KeyValuePair<string, StripeFileUpload?>> GetFiles() => [new("file", File)];

        protected override void Write(ref FormWriter form)
        {
            form.WriteString("text"u8, Text);
            form.WriteObject("child"u8, Child);
        }
    }
}

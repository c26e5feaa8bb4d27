using System.Text.Json;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Parameters;

/// <summary>JSON bodies and the errors of API v2.</summary>
public sealed class JsonParameterTests : IDisposable
{
    private const string Path = "/v2/core/widgets";

    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn();
    private readonly Caller _caller;

    public JsonParameterTests() => _caller = new Caller(_stripe);

    public void Dispose()
    {
        _caller.Dispose();
        _stripe.Dispose();
    }

    [Fact]
    public async Task Parameters_are_returned_with_their_types()
    {
        Reply reply = await _caller.PostJsonAsync(Path, """
            { "name": "n", "count": "9007199254740993", "at": "2026-01-31T23:59:59.5+01:00", "amount": 5, "active": true,
              "kind": "large", "sizes": [3, 1, 2], "options": { "color": "red" }, "metadata": { "a": "", "gone": null } }
            """);

        string id = reply.Text("id")!;
        Assert.Equal(200, reply.StatusCode);
        Assert.Matches("^cw_[0-9A-Za-z]{24}$", id);
        Assert.Equal(
            $$$"""
            {"id":"{{{id}}}","object":"v2.core.widget","created":"2023-11-14T22:13:20.000Z","livemode":false,"name":"n",
            "count":"9007199254740993","at":"2026-01-31T22:59:59.500Z","amount":5,"active":true,"kind":"large",
            "sizes":[3,1,2],"options":{"color":"red","depth":0},"metadata":{"a":""}}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(reply.Json));
    }

    [Theory]
    [InlineData("""{ "name": 5 }""", "Invalid string")]
    [InlineData("""{ "name": ["x"] }""", "Invalid string")]
    [InlineData("""{ "name": "n", "amount": "5" }""", "Invalid integer")]
    [InlineData("""{ "name": "n", "amount": 5.5 }""", "Invalid integer: 5.5")]
    [InlineData("""{ "name": "n", "active": "true" }""", "Invalid boolean")]
    [InlineData("""{ "name": "n", "active": 1 }""", "Invalid boolean")]
    [InlineData("""{ "name": "n", "count": 5 }""", "Invalid string")]
    [InlineData("""{ "name": "n", "count": "many" }""", "Invalid integer: many")]
    [InlineData("""{ "name": "n", "at": "2026-01-31" }""", "Invalid time: 2026-01-31;")]
    [InlineData("""{ "name": "n", "at": "2026-01-31T10:00:00" }""", "Invalid time: 2026-01-31T10:00:00;")]
    [InlineData("""{ "name": "n", "kind": "medium" }""", "Invalid kind: must be one of small or large")]
    [InlineData("""{ "name": "n", "sizes": "1" }""", "Invalid array")]
    [InlineData("""{ "name": "n", "sizes": [1, "2"] }""", "Invalid integer")]
    [InlineData("""{ "name": "n", "sizes": [null] }""", "Invalid integer")]
    [InlineData("""{ "name": "n", "options": [] }""", "Invalid object")]
    [InlineData("""{ "name": "n", "metadata": { "a": 1 } }""", "Invalid string")]
    [InlineData("[]", "Invalid JSON: the body must be an object.")]
    [InlineData("""{ "name": """, "Invalid JSON: ")]
    [InlineData("""{ "name": "a", "name": "b" }""", "Invalid name: it was sent twice.")]
    [InlineData("""{ "name": "\ud800" }""", "Invalid name: it is not Unicode text.")]
    public async Task A_value_that_does_not_match_is_an_error(string json, string message)
    {
        Reply reply = await _caller.PostJsonAsync(Path, json);

        Assert.Equal(400, reply.StatusCode);
        Assert.StartsWith(message, reply.Error("message"), StringComparison.Ordinal);
        Assert.Equal("invalid_request_error", reply.Error("type"));
        Assert.NotNull(reply.Error("code"));
        Assert.Null(reply.Error("param"));
    }

    [Theory]
    [InlineData("{}", "parameter_missing", "name")]
    [InlineData("""{ "name": null }""", "parameter_missing", "name")]
    [InlineData("""{ "name": "n", "options": {} }""", "parameter_missing", "options.color")]
    [InlineData("""{ "name": "n", "nope": 1 }""", "parameter_unknown", "nope")]
    [InlineData("""{ "name": "n", "options": { "color": "red", "nope": null } }""", "parameter_unknown", "options.nope")]
    public async Task The_message_has_the_path_of_a_missing_or_unknown_parameter(string json, string code, string path)
    {
        Reply reply = await _caller.PostJsonAsync(Path, json);

        Assert.Equal(code, reply.Error("code"));
        Assert.EndsWith(": " + path, reply.Error("message")!.TrimEnd('.'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_is_treated_as_not_sent()
    {
        Reply reply = await _caller.PostJsonAsync(Path, """{ "name": "n", "amount": null, "kind": null, "options": null }""");

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal(0, reply.Json.GetProperty("amount").GetInt64());
    }

    [Theory]
    [InlineData("/v2/core/widgets", null, 401, "unauthorized")]
    [InlineData("/v2/core/nope", $"Bearer {Caller.Key}", 404, "not_found")]
    public async Task All_errors_of_v2_have_a_code(string path, string? key, int status, string code)
    {
        Reply reply = await _caller.PostAsync(path, "", key);

        Assert.Equal(status, reply.StatusCode);
        Assert.Equal(code, reply.Error("code"));
        Assert.NotNull(reply.Error("message"));
    }

    [Fact]
    public async Task A_form_is_not_JSON()
    {
        Reply reply = await _caller.PostAsync(Path, "name=n");

        Assert.Equal(400, reply.StatusCode);
        Assert.EndsWith("Send the parameters as application/json.", reply.Error("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_without_a_body_creates_its_resource()
    {
        Reply reply = await _caller.PostAsync("/v2/core/widget_session");

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal("2023-11-14T22:18:20.000Z", reply.Text("expires_at"));
        Assert.Matches("^cws_[0-9A-Za-z]{24}_secret_[0-9A-Za-z]{32}$", reply.Text("authentication_token")!);
        Assert.Equal("parameter_unknown", (await _caller.PostJsonAsync("/v2/core/widget_session", """{ "a": 1 }""")).Error("code"));
    }

    [Fact]
    public async Task Received_parameters_have_paths_as_names()
    {
        await _caller.PostJsonAsync(
            Path + "?include[0]=x", """{ "name": "n", "sizes": [1, 2], "options": { "color": "red" }, "metadata": {}, "active": true }""");

        Assert.Equal(
            [
                new("include[0]", "x"), new("name", "n"), new("sizes[0]", "1"), new("sizes[1]", "2"), new("options.color", "red"),
                new("metadata", "{}"), new("active", "true"),
            ],
            Assert.Single(_stripe.Requests).Parameters);
    }
}

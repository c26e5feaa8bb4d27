using System.Text;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Parameters;

public sealed class FormTests
{
    private static readonly string s_echo = Slice.Responding(
        """
        { "thing": { "type": "object", "properties": {
          "text": { "type": "string" },
          "metadata": { "type": "object", "additionalProperties": { "type": "string" } } } } }
        """,
        """
        { "type": "object", "properties": {
          "text": { "type": "string" },
          "list": { "type": "array", "items": { "type": "object", "properties": {
            "a": { "type": "string" }, "b": { "type": "integer" } } } },
          "metadata": { "type": "object", "additionalProperties": { "type": "string" } } } }
        """);

    [Theory]
    [InlineData("text=a+b", "a b")]
    [InlineData("text=a%2Bb", "a+b")]
    [InlineData("text=%C3%A9%F0%9F%8E%89", "é🎉")]
    [InlineData("text=é", "é")]
    [InlineData("text=100%", "100%")]
    [InlineData("text=%zz%4", "%zz%4")]
    [InlineData("text=%EF%BF%BD", "\uFFFD")]
    [InlineData("text=a=b", "a=b")]
    [InlineData("&&text=x&", "x")]
    [InlineData("te%78t=x", "x")]
    [InlineData("text=first&text=last", "last")]
    public async Task Forms_are_decoded_as_browsers_encode_them(string form, string text)
    {
        using Caller caller = Caller.Of(s_echo);

        Reply reply = await caller.PostAsync("/v1/things", form);

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal(text, reply.Text("text"));
    }

    [Theory]
    [InlineData("metadata[a b]=1", "a b")]
    [InlineData("metadata%5Bkey%5D=1", "key")]
    [InlineData("metadata[bar%26baz]=1", "bar&baz")]
    public async Task Brackets_may_be_encoded_or_not(string form, string key)
    {
        using Caller caller = Caller.Of(s_echo);

        Reply reply = await caller.PostAsync("/v1/things", form);

        Assert.Equal("1", reply.Json.GetProperty("metadata").GetProperty(key).GetString());
    }

    [Theory]
    [InlineData("metadata[a=1")]
    [InlineData("metadata]a=1")]
    [InlineData("metadata[a]]=1")]
    [InlineData("metadata[a]b=1")]
    [InlineData("metadata[a[b]]=1")]
    [InlineData("[a]=1")]
    [InlineData("=1")]
    public async Task A_name_with_malformed_brackets_is_an_error(string form)
    {
        using Caller caller = Caller.Of(s_echo);

        Reply reply = await caller.PostAsync("/v1/things", form);

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal("invalid_request_error", reply.Error("type"));
        Assert.StartsWith("Invalid parameter name: ", reply.Error("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_too_many_segments_is_an_error()
    {
        using Caller caller = Caller.Of(s_echo);

        string name = "metadata" + string.Concat(Enumerable.Repeat("[a]", 100_000));
        Reply reply = await caller.PostAsync("/v1/things", name + "=1");

        Assert.Equal(400, reply.StatusCode);
        Assert.StartsWith(
            "Invalid parameter name: metadata[a...][a][a][a]. ", reply.Error("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50, 200)]
    [InlineData(51, 400)]
    [InlineData(64, 400)]
    [InlineData(99, 400)]
    public async Task The_deepest_name_that_is_accepted_can_be_returned_and_read_again(int segments, int status)
    {
        using Caller caller = Caller.Of(Slice.Responding(
            """{ "thing": { "type": "object", "properties": { "id": { "type": "string" }, "any": { "type": "object" } } } }""",
            """{ "type": "object", "properties": { "any": { "type": "object" } } }"""));
        string name = "any" + string.Concat(Enumerable.Repeat("[a]", segments - 1));

        Reply reply = await caller.PostAsync("/v1/things", name + "=1");

        Assert.Equal(status, reply.StatusCode);
        Assert.Equal(status, Assert.Single(caller.Stripe!.Requests).StatusCode);
    }

    [Theory]
    [InlineData("metadata=1&metadata[a]=1")]
    [InlineData("metadata[a]=1&metadata=1")]
    public async Task A_parameter_sent_with_and_without_brackets_is_an_error(string form)
    {
        using Caller caller = Caller.Of(s_echo);

        Reply reply = await caller.PostAsync("/v1/things", form);

        Assert.Equal(400, reply.StatusCode);
        Assert.StartsWith("Invalid metadata", reply.Error("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list[][a]=x&list[][b]=1&list[][a]=y&list[][b]=oops", "list[1][b]")]
    [InlineData("list[][b]=1&list[][b]=oops", "list[1][b]")]
    [InlineData("list[1][b]=1&list[][b]=oops", "list[2][b]")]
    [InlineData("list[0][b]=oops", "list[0][b]")]
    [InlineData("list[1][b]=wrong&list[0][b]=oops", "list[0][b]")]
    public async Task Empty_brackets_start_a_new_element_if_the_last_one_has_the_field(string form, string param)
    {
        using Caller caller = Caller.Of(s_echo);

        Reply reply = await caller.PostAsync("/v1/things", form);

        Assert.Equal(param, reply.Error("param"));
        Assert.Equal("Invalid integer: oops", reply.Error("message"));
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "text=x")]
    [InlineData(null, "text=x")]
    public async Task A_body_that_is_not_a_form_is_an_error(string? contentType, string body)
    {
        using Caller caller = Caller.Of(s_echo);

        Reply reply = await caller.SendAsync(Request(contentType, body));

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal("invalid_request_error", reply.Error("type"));
        Assert.StartsWith(
            $"Invalid request: unsupported Content-Type {contentType ?? "(none)"}.",
            reply.Error("message"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8", "text=x")]
    [InlineData("Application/X-WWW-Form-Urlencoded", "text=x")]
    [InlineData("application/json", "")]
    [InlineData(null, "")]
    public async Task A_form_and_an_empty_body_are_accepted(string? contentType, string body)
    {
        using Caller caller = Caller.Of(s_echo);

        Assert.Equal(200, (await caller.SendAsync(Request(contentType, body))).StatusCode);
    }

    [Fact]
    public async Task Parameters_in_the_query_are_checked_like_those_in_the_body()
    {
        string list = Slice.Operation("List").Replace(
            "\"responses\"",
            """
            "parameters": [ { "name": "limit", "in": "query", "required": true, "schema": { "type": "integer" } } ],
            "responses"
            """,
            StringComparison.Ordinal);
        using Caller caller = Caller.Of(Slice.With($$"""{ "/v1/things": { "get": {{list}} } }"""));

        Assert.Equal(200, (await caller.GetAsync("/v1/things?limit=3")).StatusCode);
        Assert.Equal("parameter_invalid_integer", (await caller.GetAsync("/v1/things?limit=x")).Error("code"));
        Assert.Equal("parameter_unknown", (await caller.GetAsync("/v1/things?limit=3&page=2")).Error("code"));
        Assert.Equal("parameter_missing", (await caller.GetAsync("/v1/things")).Error("code"));
        Assert.Equal("/v1/things", caller.Stripe!.Requests[0].Path);
    }

    private static HttpRequestMessage Request(string? contentType, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/things", UriKind.Relative))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Caller.Key}");
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return request;
    }
}

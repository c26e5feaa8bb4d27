using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Parameters;

/// <summary>
/// The time for a body grows with its length, whatever is in it. Each body has about 700 KB, and its response takes about a second; where
/// the time grew with the square of the length, it was two minutes. The limit is far from both, because the machine may be busy.
/// </summary>
public sealed class LargeBodyTests
{
    private const int Length = 700_000;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(40);

    private static readonly string s_open = """
        { "type": "object", "additionalProperties": { "type": "object" }, "properties": {
          "a": { "anyOf": [
            { "type": "array", "items": { "type": "string" } },
            { "type": "object", "additionalProperties": { "type": "string" } },
            { "type": "string" } ] },
          "lines": { "type": "array", "items": { "type": "object", "properties": {
            "price": { "type": "string" }, "inner": { "type": "object" } } } },
          "owner": { "anyOf": [ { "type": "string" }, { "$ref": "#/components/schemas/thing" } ] },
          "expand": { "type": "array", "items": { "type": "string" } } } }
        """;

    public static TheoryData<string, string> Forms => new()
    {
        { "names and then empty brackets", Names(i => $"a[{30_000 + i}]=&", Length / 2) + Repeat("a[]&", Length / 2) },
        { "indices and then empty brackets", Names(i => $"a[{i}]&", Length / 2) + Repeat("a[]=&", Length / 2) },
        { "keys and then empty brackets", Names(i => $"a[k{i}]&", Length / 2) + Repeat("a[]&", Length / 2) },
        { "empty brackets", Repeat("a[]&", Length) },
        { "empty brackets of objects", Repeat("lines[][price]=1&", Length) },
        { "indices", Names(i => $"a[{i}]=1&", Length) },
        { "indices backward", Names(i => $"a[{100_000 - i}]=1&", Length) },
        { "the same name", Repeat("a=1&", Length) },
        { "separators", Repeat("&", Length) },
        { "equals signs", Repeat("=", Length) },
        { "names without values", Names(i => $"n{i}&", Length) },
        { "deep names", Names(i => $"lines[0][inner]{Repeat($"[{i % 10}]", 46 * 3)}[{i}]=1&", Length) },
        { "names that are too deep", Repeat("b[b]", Length) },
        { "one long name", "b" + new string('x', Length) + Repeat("[y]", 40 * 3) },
        { "brackets that are not closed", Repeat("[", Length) },
        { "brackets that are not opened", "a" + Repeat("]", Length) },
        { "percent signs", "a=" + Repeat("%", Length) },
        { "a long number", "a=" + Repeat("9", Length) },
        { "the same path to expand", Repeat("expand[]=owner.owner&", Length) },
        { "paths to expand", Repeat("expand[]=a.b.c&", Length) },
        { "a path to expand that is too deep", "expand[]=" + Repeat("a.", Length) },
        { "text like a secret", "a=" + Repeat("sk_", Length) },
        { "text like a client secret", "a=" + Repeat("_secret", Length) },
    };

    public static TheoryData<string, string> Bodies => new()
    {
        { "properties", "{" + Names(i => $"\"n{i}\":1,", Length) + "\"z\":1}" },
        { "elements", "{\"a\":[" + Repeat("1,", Length) + "1]}" },
        { "nested lists", Repeat("[", Length) },
        { "properties in one with a long name", "{\"" + new string('x', Length / 2) + "\":{" + Names(i => $"\"{i}\":1,", Length / 2) + "\"z\":1}}" },
        { "properties in many with long names", Nested(45, 900) },
        { "properties in many with short names", Nested(45, 15) },
        { "the same name", "{" + Repeat("\"a\":1,", Length) + "\"a\":1}" },
        { "an escaped text", "{\"a\":\"" + Repeat("\\u0061", Length) + "\"}" },
    };

    public static TheoryData<string, string> Multiparts => new()
    {
        { "parts", Repeat("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n", Length) + "--x--\r\n" },
        { "parts with empty brackets", Repeat("--x\r\nContent-Disposition: form-data; name=\"a[]\"\r\n\r\n1\r\n", Length) + "--x--\r\n" },
        { "headers", "--x\r\n" + Repeat("a:b\r\n", Length) + "\r\n\r\n--x--\r\n" },
        { "a long header", "--x\r\nContent-Disposition: form-data; name=a" + Repeat(";a=b", Length) + "\r\n\r\n1\r\n--x--\r\n" },
        { "boundaries that are none", "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n" + Repeat("\r\n--xx", Length) + "\r\n--x--\r\n" },
        { "line ends", Repeat("\r\n", Length) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public Task A_form_is_read_in_time(string kind, string form) => SendAsync(kind, "/v1/things", "application/x-www-form-urlencoded", form);

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task A_JSON_body_is_read_in_time(string kind, string json) => SendAsync(kind, "/v2/things", "application/json", json);

    [Theory]
    [MemberData(nameof(Multiparts))]
    public Task A_multipart_body_is_read_in_time(string kind, string body)
        => SendAsync(kind, "/v1/files", "multipart/form-data; boundary=x", body);

    [Fact]
    public async Task A_large_object_is_changed_in_time()
    {
        string Operation(string id) => Slice.Operation(id, """{ "type": "object", "properties": { "any": { "type": "object" } } }""");
        using Caller caller = Caller.Of(Slice.With(
            $$"""{ "/v1/things": { "post": {{Operation("Create")}} }, "/v1/things/{thing}": { "post": {{Operation("Update")}} } }""",
            """{ "thing": { "type": "object", "properties": { "id": { "type": "string" }, "any": { "type": "object" } } } }"""));
        var watch = Stopwatch.StartNew();

        Reply created = await caller.PostAsync("/v1/things", Names(i => $"any[{i}]=1&", Length));
        Reply cleared = await caller.PostAsync($"/v1/things/{created.Text("id")}", Names(i => $"any[{i}]=&", Length) + "any[last]=1");

        Assert.True(watch.Elapsed < s_limit, $"{watch.Elapsed}");
        JsonAssert.Same("""{ "last": "1" }""", cleared.Json.GetProperty("any").GetRawText());
    }

    private static async Task SendAsync(string kind, string path, string contentType, string body)
    {
        string Operation(string media) => $$"""
            { "operationId": "Create", "requestBody": { "content": { "{{media}}": { "schema": {{s_open}} } } },
              "responses": { "200": { "description": "", "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/thing" } } } } } }
            """;
        string slice = Slice.With(
            $$"""
            { "/v1/things": { "post": {{Operation("application/x-www-form-urlencoded")}} },
              "/v1/files": { "post": {{Operation("multipart/form-data")}} },
              "/v2/things": { "post": {{Operation("application/json")}} } }
            """,
            $$"""{ "thing": {{s_open}} }""");
        using Caller caller = Caller.Of(slice);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        var watch = Stopwatch.StartNew();

        Reply reply = await caller.PostAsync(path, content, ("Idempotency-Key", "k"));
        ReceivedRequest received = Assert.Single(caller.Stripe!.Requests);
        int length = received.Parameters.Count + received.GetRedactedParameters().Count + received.Body.Length;

        Assert.True(watch.Elapsed < s_limit, $"{kind}: {watch.Elapsed} for a response with status {reply.StatusCode}");
        Assert.True(reply.StatusCode is 200 or 400, reply.Body);
        Assert.True(length >= received.Body.Length);
        Assert.True(reply.StatusCode == 200 || reply.Body.Length < 3 * body.Length, $"{kind}: the error has {reply.Body.Length} characters");
    }

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, length / text.Length));

    private static string Names(Func<int, string> name, int length)
    {
        var text = new StringBuilder();
        for (int i = 0; text.Length < length; i++)
        {
            text.Append(name(i));
        }

        return text.ToString();
    }

    private static string Nested(int depth, int nameLength)
        => Repeat("{\"" + new string('x', nameLength) + "\":", depth * (nameLength + 4))
            + "{" + Names(i => $"\"{i}\":1,", Length) + "\"z\":1}" + new string('}', depth);
}

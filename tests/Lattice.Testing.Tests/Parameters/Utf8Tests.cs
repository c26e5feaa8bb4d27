using System.Net.Http.Headers;
using System.Text;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Parameters;

/// <summary>Bytes that are not UTF-8. In the arguments, a character up to U+00FF stands for one byte.</summary>
public sealed class Utf8Tests : IDisposable
{
    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn();
    private readonly Caller _caller;

    public Utf8Tests() => _caller = new Caller(_stripe);

    public void Dispose()
    {
        _caller.Dispose();
        _stripe.Dispose();
    }

    [Theory]
    [InlineData("name=a\u00FFb", "name")]
    [InlineData("name=%FF", "name")]
    [InlineData("name=%ff&amount=1", "name")]
    [InlineData("name=n&tags[0]=%C3", "tags[0]")]
    [InlineData("name=n&tags[0]=%C3%28", "tags[0]")]
    [InlineData("name=%ED%A0%80", "name")]
    [InlineData("name=%C0%AF", "name")]
    [InlineData("name=%F5%80%80%80", "name")]
    [InlineData("name=n&metadata[k]=\u00C3", "metadata[k]")]
    public async Task A_value_in_a_form_is_an_error_that_names_the_parameter(string form, string param)
    {
        Reply reply = await PostAsync("application/x-www-form-urlencoded", form);

        Assert.Equal((400, param), (reply.StatusCode, reply.Error("param")));
        Assert.Equal($"Invalid {param}: its value is not UTF-8 text.", reply.Error("message"));
    }

    [Theory]
    [InlineData("name=n&metadata[%FF]=1")]
    [InlineData("name=n&metadata[\u00FF]=1")]
    [InlineData("name=n&%FF=1")]
    [InlineData("name=n&%C3")]
    public async Task A_name_in_a_form_is_an_error(string form)
    {
        Reply reply = await PostAsync("application/x-www-form-urlencoded", form);

        Assert.Equal((400, "invalid_request_error"), (reply.StatusCode, reply.Error("type")));
        Assert.EndsWith("is not UTF-8 text.", reply.Error("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/widgets?name=%FF", "name")]
    [InlineData("/v1/widgets?metadata[%FF]=x", null)]
    [InlineData("/v2/core/widgets?name=%FF", "name in the message only")]
    public async Task A_query_is_an_error(string path, string? param)
    {
        Reply reply = path.StartsWith("/v2/", StringComparison.Ordinal)
            ? await _caller.PostJsonAsync(path, "{}")
            : await _caller.PostAsync(path, "name=n");

        Assert.Equal((400, path.StartsWith("/v2/", StringComparison.Ordinal) ? null : param), (reply.StatusCode, reply.Error("param")));
        Assert.Contains("is not UTF-8 text", reply.Error("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/owners/%FF/widgets")]
    [InlineData("/v1/%C3")]
    public async Task A_path_is_an_error(string path)
    {
        Reply reply = await _caller.PostAsync(path, "name=n");

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal("Invalid request URL: its path is not UTF-8 text.", reply.Error("message"));
    }

    [Theory]
    [InlineData("name=\"purpose\"", "\u00FF", "Invalid purpose: its value is not UTF-8 text.")]
    [InlineData("name=\"purp\u00FFose\"", "icon", "a header of a part is not UTF-8 text")]
    [InlineData("name=\"file\"; filename*=utf-8''%FF.png", "x", "the Content-Disposition of a part is not UTF-8 text")]
    [InlineData("name=\"file\"; filename=\"=?utf-8?B?/w==?=\"", "x", "the Content-Disposition of a part is not UTF-8 text")]
    [InlineData("name=\"file\"; filename=\"\u00FF.png\"", "x", "a header of a part is not UTF-8 text")]
    public async Task A_multipart_body_is_an_error(string disposition, string content, string message)
    {
        Reply reply = await PostAsync(
            "multipart/form-data; boundary=x", $"--x\r\nContent-Disposition: form-data; {disposition}\r\n\r\n{content}\r\n--x--\r\n", "/v1/files");

        Assert.Equal(400, reply.StatusCode);
        Assert.Contains(message, reply.Error("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"name\": \"\u00FF\" }")]
    [InlineData("{ \"name\": \"a\", \"\u00FF\": 1 }")]
    [InlineData("{ \"name\": \"\\ud800\" }")]
    [InlineData("{ \"name\": \"a\", \"list\": [ \"\u00C3\" ] }")]
    public async Task A_JSON_body_is_an_error(string json)
    {
        Reply reply = await PostAsync("application/json", json, "/v2/core/widgets");

        Assert.Equal((400, "invalid_request_error"), (reply.StatusCode, reply.Error("type")));
        Assert.DoesNotContain("\uFFFD", reply.Error("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name=%EF%BF%BD", "\uFFFD")]
    [InlineData("name=\u00EF\u00BF\u00BD", "\uFFFD")]
    [InlineData("name=%F4%8F%BF%BF", "\U0010FFFF")]
    public async Task U_FFFD_itself_is_text(string form, string name)
    {
        Reply reply = await PostAsync("application/x-www-form-urlencoded", form);

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal([new("name", name)], Assert.Single(_stripe.Requests).Parameters);
    }

    private Task<Reply> PostAsync(string contentType, string bytes, string path = "/v1/widgets")
    {
        var content = new ByteArrayContent(Encoding.Latin1.GetBytes(bytes));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return _caller.PostAsync(path, content);
    }
}

using System.Net.Http.Headers;
using System.Text;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Parameters;

/// <summary>Limits of Stripe that the specification does not contain, and malformed input.</summary>
public sealed class UndocumentedLimitTests : IDisposable
{
    private readonly Caller _caller = Caller.Of(Slice.Accepting("""
        { "type": "object", "properties": {
          "refresh_url": { "type": "string" },
          "url": { "type": "string" },
          "metadata": { "type": "object", "additionalProperties": { "type": "string" } } } }
        """));

    public void Dispose() => _caller.Dispose();

    [Theory]
    [InlineData("example.com/refresh")]
    [InlineData("/refresh")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://example.com/a b")]
    [InlineData("https://example.com/a\nb")]
    public async Task A_redirect_address_must_be_complete(string address)
    {
        Reply reply = await _caller.PostAsync("/v1/things", "refresh_url=" + Uri.EscapeDataString(address));

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal(("url_invalid", "refresh_url"), (reply.Error("code"), reply.Error("param")));
    }

    [Theory]
    [InlineData("refresh_url", "https://example.com/refresh?a=b#c")]
    [InlineData("refresh_url", "http://localhost:5000/")]
    [InlineData("refresh_url", "myapp://back")]
    [InlineData("url", "example.com")]
    public async Task Other_addresses_are_accepted(string name, string address)
        => Assert.Equal(200, (await _caller.PostAsync("/v1/things", $"{name}={Uri.EscapeDataString(address)}")).StatusCode);

    [Theory]
    [InlineData(40, 500, 200)]
    [InlineData(41, 1, 400)]
    [InlineData(1, 501, 400)]
    public async Task Metadata_keys_and_values_have_a_maximum_length(int keyLength, int valueLength, int status)
    {
        string name = $"metadata[{new string('k', keyLength)}]";

        Reply reply = await _caller.PostAsync("/v1/things", $"{name}={new string('v', valueLength)}");

        Assert.Equal(status, reply.StatusCode);
        if (status == 400)
        {
            Assert.Equal(name, reply.Error("param"));
        }
    }

    [Theory]
    [InlineData(50, 200)]
    [InlineData(51, 400)]
    public async Task Metadata_has_at_most_50_keys(int count, int status)
    {
        string form = string.Join('&', Enumerable.Range(0, count).Select(i => $"metadata[k{i}]=v"));

        Assert.Equal(status, (await _caller.PostAsync("/v1/things", form)).StatusCode);
    }

    [Fact]
    public async Task A_name_in_JSON_with_a_lone_surrogate_is_an_error()
    {
        using StripeStandIn stripe = WidgetSlice.CreateStandIn();
        using var caller = new Caller(stripe);

        Reply reply = await caller.PostJsonAsync("/v2/core/widgets", """{ "\ud800": 1 }""");

        Assert.Equal((400, "invalid_json"), (reply.StatusCode, reply.Error("code")));
        Assert.Single(stripe.Requests);
    }

    [Fact]
    public async Task A_boundary_that_is_too_long_is_an_error()
    {
        using StripeStandIn stripe = WidgetSlice.CreateStandIn();
        using var caller = new Caller(stripe);
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes("x"));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + new string('b', 5_000));

        Reply reply = await caller.PostAsync("/v1/files", body);

        Assert.Equal(400, reply.StatusCode);
        Assert.Contains("5000 characters", reply.Error("message"), StringComparison.Ordinal);
    }
}

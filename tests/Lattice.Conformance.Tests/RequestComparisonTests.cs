using System.Net.Http.Headers;
using Lattice.Conformance.Calls;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Tests;

/// <summary>The comparison of requests reports what differs in the method, the address, the headers, and the content.</summary>
public sealed class RequestComparisonTests : IDisposable
{
    private static readonly SpecDocument s_spec = SpecDocument.Parse(
        """
        {
          "info": {"version": "2026-10-28.endive"},
          "paths": {"/v1/widgets/{widget}": {
            "get": {"parameters": [{"in": "query", "name": "created", "schema": {"type": "object", "properties": {
              "gte": {"type": "integer"}}}}], "responses": {}},
            "post": {"responses": {}}
          }}
        }
        """,
        every: true);

    private readonly HttpRequestMessage _request = new()
    {
        Headers =
        {
            Accept = { new MediaTypeWithQualityHeaderValue("application/json") },
            Authorization = new AuthenticationHeaderValue("Bearer", RequestComparison.ApiKey),
        },
    };

    public RequestComparisonTests() => _request.Headers.Add("Stripe-Version", "2026-10-28.endive");

    public void Dispose() => _request.Dispose();

    [Fact]
    public void A_request_as_specified_has_no_difference() => Assert.Empty(Compare("GET", "?created[gte]=1"));

    [Theory]
    [InlineData("https://api.stripe.com/v1/widgets/b", "?created[gte]=1", "expected GET https://api.stripe.com/v1/widgets/a")]
    [InlineData("https://api.stripe.com/v1/widgets/a", "", "expected created[gte]=1, got nothing")]
    [InlineData("https://api.stripe.com/v1/widgets/a", "?created%5Bgte%5D=1", "expected created[gte]=1, got nothing")]
    public void Another_address_is_reported(string address, string query, string difference) =>
        Assert.StartsWith(difference, Compare("GET", query, address: address)[0], StringComparison.Ordinal);

    [Fact]
    public void A_GET_with_an_idempotency_key_is_reported()
    {
        _request.Headers.Add("Idempotency-Key", "key");

        Assert.Equal(["expected no Idempotency-Key"], Compare("GET", "?created[gte]=1"));
    }

    [Fact]
    public void A_POST_without_an_idempotency_key_is_reported() =>
        Assert.Equal(["expected an Idempotency-Key"], Compare("POST", ""));

    [Fact]
    public void A_GET_with_content_is_reported() =>
        Assert.Equal(["expected no body, got 0 bytes"], Compare("GET", "?created[gte]=1", body: []));

    [Fact]
    public void Another_version_is_reported()
    {
        _request.Headers.Remove("Stripe-Version");

        Assert.Equal(["expected Stripe-Version 2026-10-28.endive, got nothing"], Compare("GET", "?created[gte]=1"));
    }

    private string[] Compare(
        string method, string query, byte[]? body = null, string address = "https://api.stripe.com/v1/widgets/a")
    {
        ApiOperation operation = s_spec.Operations.Single(operation => operation.Method.Method == method);
        Dictionary<string, object?> values = operation.Parameters is null
            ? []
            : new() { ["created"] = new Dictionary<string, object?> { ["gte"] = 1L } };
        var uri = new Uri(address + query, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        return
        [
            .. RequestComparison.Compare(
                s_spec, operation, values, ["a"], new RecordedRequest(new HttpMethod(method), uri, null, body, _request.Headers)),
        ];
    }
}

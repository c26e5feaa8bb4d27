using System.Net;
using System.Text;

namespace Lattice.TestSupport.Http;

/// <summary>Responses that Stripe, or something on the way, may send.</summary>
public static class StubResponse
{
    /// <summary>A thing with all required fields.</summary>
    public const string Thing = """{"id":"thing_1","amount":1,"live":true,"tags":[],"owner":{"name":"o"}}""";

    /// <summary>The header that identifies a response as Stripe's, with any body.</summary>
    public static readonly (string Name, string Value) RequestId = ("Request-Id", "req_1");

    public static HttpResponseMessage Of(int status, string body, params (string Name, string Value)[] headers) =>
        Of(status, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), headers);

    public static HttpResponseMessage Of(int status, HttpContent content, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = content };
        foreach ((string name, string value) in headers)
        {
            Assert.True(response.Headers.TryAddWithoutValidation(name, value));
        }

        return response;
    }
}

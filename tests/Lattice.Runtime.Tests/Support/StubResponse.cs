using System.Net;
using System.Text;

namespace Lattice.Stripe.Tests.Support;

/// <summary>Responses as Stripe, or something between it and us, may send them.</summary>
internal static class Reply
{
    /// <summary>A thing of which every required field is there.</summary>
    public const string Thing = """{"id":"thing_1","amount":1,"live":true,"tags":[],"owner":{"name":"o"}}""";

    /// <summary>The header by which a response is Stripe's, whatever its body is.</summary>
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

using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Lattice.Benchmarks.Calls;

/// <summary>Replaces the network: reads the whole request and responds with an account link.</summary>
internal sealed class RespondingHandler(bool yields) : HttpMessageHandler
{
    public const string AccountLink = """
        {
          "object": "account_link",
          "created": 1680577733,
          "expires_at": 1680578033,
          "url": "https://connect.stripe.com/setup/c/acct_1Mt0CORHFI4mz9Rw/TqckGNUHg2mG"
        }
        """;

    private static readonly byte[] s_response = Encoding.UTF8.GetBytes(AccountLink);
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (yields)
        {
            await Task.Yield();
        }

        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        var content = new ByteArrayContent(s_response);
        content.Headers.ContentType = s_json;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }
}

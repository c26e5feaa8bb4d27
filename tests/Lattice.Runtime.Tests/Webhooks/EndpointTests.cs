using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Tests.Webhooks;

/// <summary>An endpoint of ASP.NET Core as in the documentation, on Kestrel.</summary>
public sealed class EndpointTests
{
    private const int MaxBytes = 1_000_000;

    [Fact]
    public async Task An_endpoint_accepts_signed_requests_alone()
    {
        var seen = new List<string>();
        await using WebApplication app = CreateApp(seen);
        await app.StartAsync();
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.Single()) };
        string twice = $"t={SignedRequest.Time},v0=x";

        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, SignedRequest.Bytes, SignedRequest.Header));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, SignedRequest.Bytes));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, SignedRequest.Bytes[1..], SignedRequest.Header));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, SignedRequest.Bytes, twice));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, SignedRequest.Bytes, twice, $"v1={SignedRequest.Sign()}"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(client, new byte[MaxBytes + 1], SignedRequest.Header));
        Assert.Equal(
            ["acct_1", "MissingHeader", "SignatureMismatch", "MissingSignature", "acct_1"], seen);
    }

    private static WebApplication CreateApp(List<string> seen)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.MapPost("/stripe/webhooks", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            StripeWebhookResult result = StripeWebhook.TryVerify(
                body.ToArray(), request.Headers[StripeWebhook.SignatureHeader], SignedRequest.Secret, timeProvider: SignedRequest.Clock());
            seen.Add(result.IsSuccess ? result.Event.ReadObject<Account>().Id : $"{result.Failure}");
            return result.IsSuccess ? Results.Ok() : Results.BadRequest();
        }).WithMetadata(new RequestSizeLimitAttribute(MaxBytes));
        return app;
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, byte[] payload, params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/stripe/webhooks") { Content = new ByteArrayContent(payload) };

        // A server that rejects a body closes the connection, so the body must not be on its way already.
        request.Headers.ExpectContinue = true;
        foreach (string header in headers)
        {
            request.Headers.TryAddWithoutValidation(StripeWebhook.SignatureHeader, header);
        }

        using HttpResponseMessage response = await client.SendAsync(request);
        return response.StatusCode;
    }
}

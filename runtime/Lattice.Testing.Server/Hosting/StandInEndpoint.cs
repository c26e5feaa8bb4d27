using Lattice.Stripe.Testing.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lattice.Stripe.Testing.Hosting;

/// <summary>Turns Kestrel's requests into the core's and answers them.</summary>
/// <param name="standIn">What answers.</param>
/// <param name="stopping">Says that the server ends, which waits for no planned delay.</param>
internal sealed class StandInEndpoint(StripeStandIn standIn, CancellationToken stopping)
{
    public async Task RespondAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);

        var request = new ApiRequest(context.Request.Method, TargetOf(context), HeadersOf(context.Request), body.ToArray());
        if (await RespondAsync(request, context.RequestAborted).ConfigureAwait(false) is not { } response)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.StatusCode;
        context.Response.ContentType = response.ContentType;
        context.Response.ContentLength = response.Body.Length;
        foreach ((string name, string value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    /// <returns>The response; null when the connection is to be lost.</returns>
    private async Task<StandInResponse?> RespondAsync(ApiRequest request, CancellationToken aborted)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        try
        {
            return await standIn.RespondAsync(request, waiting.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>
    /// The path and query as they were on the wire. The server's own path is decoded except for slashes, so that it no
    /// longer tells <c>%2F</c> from <c>%252F</c>.
    /// </summary>
    public static string TargetOf(HttpContext context)
    {
        string? raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return raw is ['/', ..]
            ? raw
            : context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
    }

    private static Dictionary<string, string> HeadersOf(HttpRequest request)
        => request.Headers.ToDictionary(
            header => header.Key,
            header => string.Join(", ", header.Value.AsEnumerable()),
            StringComparer.OrdinalIgnoreCase);
}

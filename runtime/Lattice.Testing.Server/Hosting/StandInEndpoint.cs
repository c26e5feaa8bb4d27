using Lattice.Stripe.Testing.Pipeline;
using Lattice.Stripe.Testing.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lattice.Stripe.Testing.Hosting;

/// <summary>Converts Kestrel's requests into those of the stand-in, and writes the responses.</summary>
/// <param name="standIn">The stand-in.</param>
/// <param name="stopping">Canceled when the server stops, which does not wait for stubbed delays.</param>
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

    /// <returns>The response; null if the connection is to be dropped.</returns>
    private async Task<ApiResponse?> RespondAsync(ApiRequest request, CancellationToken aborted)
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
    /// The path and query as they were on the wire. The server decodes its path except for slashes, so <c>%2F</c> and
    /// <c>%252F</c> are the same in it.
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

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lattice.Stripe.Testing.Http;

/// <summary>Turns Kestrel's requests into the core's and answers them.</summary>
internal sealed class StandInEndpoint(StripeStandIn standIn)
{
    public async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);

        var request = new StandInRequest(context.Request.Method, TargetOf(context), HeadersOf(context.Request), body.ToArray());
        if (await standIn.AnswerAsync(request, context.RequestAborted).ConfigureAwait(false) is not { } answer)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = StandInResponse.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        foreach ((string name, string value) in answer.Headers) context.Response.Headers[name] = value;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
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

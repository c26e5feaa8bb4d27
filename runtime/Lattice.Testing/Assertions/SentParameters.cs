using System.Net;
using Lattice.Stripe.Testing.Hosting;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Pipeline;

namespace Lattice.Stripe.Testing.Assertions;

/// <summary>Gets the parameters that a client sends, by recording one request.</summary>
internal static class SentParameters
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of<TParams, TResource>(
        StripeOperation<TParams, TResource> operation, TParams parameters)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        using var recorder = new Recorder();
        using var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_stand_in", MaxRetries = 0 }, recorder);
        string[] path = [.. new Spec.PathTemplate(operation.RouteTemplate).ParameterNames];
        operation.TrySendAsync(client, PathParameters.Create(path), parameters, null, CancellationToken.None)
            .GetAwaiter().GetResult();
        return recorder.Parameters;
    }

    /// <summary>Records a request, and responds with an empty error.</summary>
    private sealed class Recorder : HttpMessageHandler
    {
        public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; private set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ApiRequest sent = await StandInHandler.ReadAsync(request, cancellationToken).ConfigureAwait(false);
            Parameters = [.. RequestParameters.Read(sent.Query, sent.ContentType, sent.Body).Pairs];
            return new HttpResponseMessage(HttpStatusCode.BadRequest);
        }
    }
}

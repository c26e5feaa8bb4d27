using Lattice.Stripe.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lattice.Stripe.Tests;

/// <summary>Short forms that the tests share.</summary>
internal static class Services
{
    /// <summary>Lets the client's requests end here.</summary>
    public static IHttpClientBuilder AnsweredBy(this IHttpClientBuilder builder, HttpMessageHandler handler) =>
        builder.ConfigurePrimaryHttpMessageHandler(() => handler);

    public static async Task<StripeResult<Thing>> CallAsync(this IStripeClient client, RequestOptions? options = null) =>
        await Thing.CreateOperation.TrySendAsync(client, [], new ThingParams { Text = "t" }, options, CancellationToken.None);

    public static ScriptedHandler Succeeding() => ScriptedHandler.Answering(200, Reply.Thing);
}

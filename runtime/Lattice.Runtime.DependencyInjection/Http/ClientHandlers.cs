using Lattice.Stripe.Observability;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Lattice.Stripe.Http;

/// <summary>Adjusts the handlers of one Stripe client while <see cref="IHttpClientFactory"/> builds them.</summary>
/// <param name="client">The client's name; empty for the unnamed one.</param>
internal sealed class ClientHandlers(string client)
{
    /// <summary>
    /// Runs after the app's defaults for all HTTP clients and before the caller's configuration: removes resilience handlers, and applies
    /// the rules of Stripe's connections to the primary handler.
    /// </summary>
    public void AdjustDefaults(HttpMessageHandlerBuilder builder)
    {
        ClientLog log = builder.Services.GetRequiredService<ClientLog>();
        ResilienceHandlers.Remove(builder, removed => log.ResilienceHandlerRemoved(client, removed));
        builder.PrimaryHandler = PrimaryHandler.ApplyRules(builder.PrimaryHandler).Handler;
    }

    /// <summary>Runs last: applies the rules to the final primary handler.</summary>
    public void Complete(HttpMessageHandlerBuilder builder)
    {
        PrimaryHandler primary = PrimaryHandler.ApplyRules(builder.PrimaryHandler);
        builder.PrimaryHandler = primary.Handler;
        if (primary.Exempt is { } exempt)
        {
            builder.Services.GetRequiredService<ClientLog>().HandlerKeepsRules(client, exempt, primary.Reason);
        }
    }
}

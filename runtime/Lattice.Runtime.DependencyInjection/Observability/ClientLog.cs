using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Observability;

/// <summary>Logs entries once for each client of a container, even if its handlers are created several times.</summary>
internal sealed class ClientLog(IServiceProvider services)
{
    private readonly ConcurrentDictionary<(string Client, string Event, Type Handler), bool> _logged = new();

    /// <summary>Returns the name of a client in log entries.</summary>
    public static string GetDisplayName(string client) => client.Length == 0 ? "(unnamed)" : $"'{client}'";

    public void HandlerKeepsRules(string client, Type handler, string reason)
    {
        if (_logged.TryAdd((client, nameof(HandlerKeepsRules), handler), true))
        {
            RegistrationLog.HandlerKeepsRules(GetLogger(client), GetDisplayName(client), handler.FullName, reason);
        }
    }

    public void ResilienceHandlerRemoved(string client, Type handler)
    {
        if (_logged.TryAdd((client, nameof(ResilienceHandlerRemoved), handler), true))
        {
            RegistrationLog.ResilienceHandlerRemoved(GetLogger(client), GetDisplayName(client), handler.FullName);
        }
    }

    // The logger of the client's calls.
    private ILogger GetLogger(string client)
    {
        ILoggerFactory factory = services.GetRequiredService<IOptionsMonitor<StripeClientOptions>>().Get(client).LoggerFactory
            ?? services.GetRequiredService<ILoggerFactory>();
        return factory.CreateLogger(StripeTelemetry.LoggerCategory);
    }
}

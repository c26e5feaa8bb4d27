using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Observability;

/// <summary>The log entries about handlers and options, in the category of the calls. None holds a value of an option.</summary>
internal static partial class LogEntries
{
    [LoggerMessage(101, LogLevel.Warning,
        "The Stripe client {Client} sends through a {Handler} that keeps its own rules for connections, because {Reason}. Its connections "
        + "may be neither renewed nor checked, it may follow redirects, and tracing headers may leave the process. This is logged once")]
    public static partial void HandlerKeepsRules(ILogger logger, string client, string? handler, string reason);

    [LoggerMessage(102, LogLevel.Information,
        "The Stripe client {Client} does not use the {Handler} of the app's HTTP client defaults: it would time out and repeat requests that "
        + "the client handles by itself. Add it to the builder that AddStripeClient returns to use it nevertheless. This is logged once")]
    public static partial void ResilienceHandlerRemoved(ILogger logger, string client, string? handler);

    [LoggerMessage(103, LogLevel.Error, "The options of the Stripe client {Client} changed and are not valid; the last valid ones stay in use. {Reason}")]
    public static partial void InvalidOptions(ILogger logger, string client, string reason);

    [LoggerMessage(104, LogLevel.Warning,
        "{Option} of the Stripe client {Client} changed. The change takes effect when the app restarts. This is logged once")]
    public static partial void RestartNeeded(ILogger logger, string option, string client);
}

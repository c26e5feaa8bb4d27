using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Observability;

/// <summary>The log entries about handlers and options, in the category of the calls. None holds a value of an option.</summary>
/// <remarks>
/// Written by hand, because the generator of log entries comes only with a reference to the logging package, which this
/// package gets through another one.
/// </remarks>
internal static class LogEntries
{
    private static readonly Action<ILogger, string, string?, string, Exception?> s_handlerKeepsRules =
        LoggerMessage.Define<string, string?, string>(
            LogLevel.Warning,
            new EventId(101, nameof(HandlerKeepsRules)),
            "The Stripe client {Client} sends through a {Handler} that keeps its own rules for connections, because {Reason}. "
            + "Its connections may be neither renewed nor checked, it may follow redirects, and tracing headers may leave the "
            + "process. This is logged once");

    private static readonly Action<ILogger, string, string?, Exception?> s_resilienceHandlerRemoved =
        LoggerMessage.Define<string, string?>(
            LogLevel.Information,
            new EventId(102, nameof(ResilienceHandlerRemoved)),
            "The Stripe client {Client} does not use the {Handler} of the app's HTTP client defaults, which would time out and "
            + "repeat requests behind the client's back. To use one, add it to the builder that AddStripeClient returns. "
            + "This is logged once");

    private static readonly Action<ILogger, string, string, Exception?> s_invalidOptions =
        LoggerMessage.Define<string, string>(
            LogLevel.Error,
            new EventId(103, nameof(InvalidOptions)),
            "The options of the Stripe client {Client} changed and are not valid; the last valid ones stay in use. {Reason}");

    private static readonly Action<ILogger, string, string, Exception?> s_restartNeeded =
        LoggerMessage.Define<string, string>(
            LogLevel.Warning,
            new EventId(104, nameof(RestartNeeded)),
            "{Option} of the Stripe client {Client} changed. The change takes effect when the app restarts. This is logged once");

    public static void HandlerKeepsRules(ILogger logger, string client, string? handler, string reason) =>
        s_handlerKeepsRules(logger, client, handler, reason, null);

    public static void ResilienceHandlerRemoved(ILogger logger, string client, string? handler) =>
        s_resilienceHandlerRemoved(logger, client, handler, null);

    public static void InvalidOptions(ILogger logger, string client, string reason) =>
        s_invalidOptions(logger, client, reason, null);

    public static void RestartNeeded(ILogger logger, string option, string client) =>
        s_restartNeeded(logger, option, client, null);
}

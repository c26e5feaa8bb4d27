using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Tests.Support;

/// <summary>Keeps all that is logged: messages, their values, scopes and exceptions, at every level.</summary>
internal sealed class LogRecorder : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _entries = [];
    private IExternalScopeProvider? _scopes;

    public string Text => string.Join('\n', _entries);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        // The entries are read after the app has ended.
    }

    private sealed class Logger(LogRecorder recorder, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => recorder._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string values = state is IEnumerable<KeyValuePair<string, object?>> pairs
                ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}"))
                : "";
            string scopes = "";
            recorder._scopes?.ForEachScope((scope, _) => scopes += $" {scope}", 0);
            recorder._entries.Enqueue($"{logLevel} {category} {formatter(state, exception)} {values} {scopes} {exception}");
        }
    }
}

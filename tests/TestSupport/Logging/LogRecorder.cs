using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Lattice.TestSupport.Logging;

/// <summary>Records everything that is logged, at every level.</summary>
public sealed class LogRecorder : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<LogEntry> _entries = [];
    private IExternalScopeProvider? _scopes;

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    public IReadOnlyList<LogEntry> Warnings => [.. _entries.Where(entry => entry.Level >= LogLevel.Warning)];

    /// <summary>All entries with their values and scopes, one on a line.</summary>
    public string Text => string.Join(
        '\n', _entries.Select(entry => $"{entry.Level} {entry.Category} {entry.Text} {entry.Values} {entry.Scopes}"));

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
            string text = $"{formatter(state, exception)} {exception}".TrimEnd();
            string values = state is IEnumerable<KeyValuePair<string, object?>> pairs
                ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}"))
                : "";
            string scopes = "";
            recorder._scopes?.ForEachScope((scope, _) => scopes += $" {scope}", 0);
            recorder._entries.Enqueue(new LogEntry(category, logLevel, text, values, scopes));
        }
    }
}

/// <summary>A log entry.</summary>
/// <param name="Text">The message, and the text of the exception.</param>
/// <param name="Values">The values in the message, by name.</param>
public sealed record LogEntry(string Category, LogLevel Level, string Text, string Values, string Scopes);

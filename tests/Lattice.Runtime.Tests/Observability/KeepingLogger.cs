using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Tests.Observability;

internal sealed record LogEntry(
    string Category, LogLevel Level, EventId Id, string Text, IReadOnlyDictionary<string, object?> Properties, Exception? Exception);

/// <summary>Keeps every entry of a log, as text and with its properties.</summary>
internal sealed class KeepingLogger : ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var properties = (IEnumerable<KeyValuePair<string, object?>>)state!;
            entries.Enqueue(new LogEntry(
                category, logLevel, eventId, formatter(state, exception), new Dictionary<string, object?>(properties), exception));
        }
    }
}

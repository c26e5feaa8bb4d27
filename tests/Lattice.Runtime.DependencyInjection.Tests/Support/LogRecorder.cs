using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lattice.Stripe.Tests.Support;

/// <summary>Keeps every log entry.</summary>
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly List<LogEntry> _entries = [];

    public IReadOnlyList<LogEntry> Entries
    {
        get
        {
            lock (_entries)
            {
                return [.. _entries];
            }
        }
    }

    public IReadOnlyList<LogEntry> Warnings => [.. Entries.Where(entry => entry.Level >= LogLevel.Warning)];

    /// <summary>Adds a recorder to the services' logging.</summary>
    public static LogRecorder AddTo(IServiceCollection services)
    {
        var recorder = new LogRecorder();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(recorder));
        return recorder;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, List<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string text = $"{formatter(state, exception)} {exception}".TrimEnd();
            lock (entries)
            {
                entries.Add(new LogEntry(category, logLevel, text));
            }
        }
    }
}

/// <summary>One log entry, with the text of its exception.</summary>
internal sealed record LogEntry(string Category, LogLevel Level, string Text);

using Lattice.Analyzers.Secrets.Flow;

namespace Lattice.Analyzers.Secrets.Sinks;

/// <summary>A place that a secret must not get to.</summary>
/// <param name="place">Its name in a message, with an article.</param>
/// <param name="visibility">How much of a value it shows or keeps.</param>
/// <param name="keeps">Whether it keeps a value, rather than showing it to a person.</param>
/// <param name="acceptsSecrets">Whether a <c>SecretString</c> must not get there either.</param>
internal sealed class Sink(string place, Visibility visibility, bool keeps = false, bool acceptsSecrets = false)
{
    public static readonly Sink Log = new("a log", Visibility.Elements);

    public static readonly Sink LogWithObjects = new("a log", Visibility.All);

    public static readonly Sink Console = new("the console", Visibility.Text);

    public static readonly Sink TraceOutput = new("the trace output", Visibility.Text);

    public static readonly Sink Exception = new("an exception, which will be logged", Visibility.Elements);

    public static readonly Sink Activity = new("an activity, which is exported", Visibility.Elements);

    public static readonly Sink Metric = new("a metric, which is exported", Visibility.Elements);

    public static readonly Sink ToStringResult = new("the result of ToString()", Visibility.Text);

    public static readonly Sink DebuggerText = new("the text that a debugger shows", Visibility.Text);

    public static readonly Sink File = new("a file", Visibility.Elements, keeps: true);

    public static readonly Sink Cache = new("a cache", Visibility.All, keeps: true);

    public static readonly Sink Database = new("the database", Visibility.All, keeps: true);

    public static readonly Sink Static = new(
        "a static field, which all requests share", Visibility.All, keeps: true, acceptsSecrets: true);

    public static readonly Sink Session = new("the session", Visibility.All, keeps: true, acceptsSecrets: true);

    public static readonly Sink Cookie = new("a cookie", Visibility.All, keeps: true, acceptsSecrets: true);

    public static readonly Sink TempData = new("TempData", Visibility.All, keeps: true, acceptsSecrets: true);

    public string Place { get; } = place;

    public bool Keeps { get; } = keeps;

    /// <summary>Whether the sink shows or keeps what a trace leads to.</summary>
    public bool Gets(Trace trace) => TracePath.IsVisible(trace.Path, visibility)
        && (trace.Kind == TraceKind.Text || (trace.Kind == TraceKind.Secret && acceptsSecrets));
}

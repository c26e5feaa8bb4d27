using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Sinks;

/// <summary>Which methods write to a log.</summary>
internal static class LogSinks
{
    private const string Logger = "Microsoft.Extensions.Logging.ILogger";

    public static Sink? Find(IInvocationOperation call) =>
        !IsLogging(call) ? null
        : call.Arguments.Any(argument => argument.Value.ConstantValue.Value is string text && text.Contains("{@")) ? Sink.LogWithObjects
        : Sink.Log;

    /// <summary>
    /// Whether a type is one of a library for logging, and not one that configures where the log goes: that may need a key.
    /// </summary>
    public static bool IsOfLogging(ITypeSymbol type) => (type.IsIn("Microsoft.Extensions.Logging") || type.IsIn("Serilog") || type.IsIn("NLog")
            || type.IsIn("log4net") || type.IsIn("Microsoft.ApplicationInsights") || type.IsIn("Microsoft.VisualBasic.Logging"))
        && !type.IsIn("NLog.Config") && !type.IsIn("NLog.Targets") && !type.IsIn("log4net.Appender") && !type.IsIn("log4net.Config")
        && !type.Name.Contains("Configuration") && !type.Name.Contains("Options") && !type.Name.Contains("Builder");

    private static bool IsLogging(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        INamedTypeSymbol type = method.ContainingType;
        return method.MethodKind == MethodKind.DelegateInvoke
            ? IsDefinedMessage(type)
            : IsOfLogging(type)
                || method.GetAttributes().Any(attribute => attribute.AttributeClass.Is("Microsoft.Extensions.Logging.LoggerMessageAttribute"))
                || (method.Name is "Log" or "BeginScope" && call.Instance?.Type.Is(Logger) == true)
                || IsSystemLog(method, type);
    }

    /// <summary>Whether a delegate is one of those that <c>LoggerMessage.Define</c> returns.</summary>
    private static bool IsDefinedMessage(INamedTypeSymbol type) =>
        type.Name is "Action" or "Func" && type.TypeArguments.FirstOrDefault().Is(Logger);

    private static bool IsSystemLog(IMethodSymbol method, INamedTypeSymbol type) => method.Name switch
    {
        "FailFast" => type.Is("System.Environment"),
        "Log" => type.Is("System.Diagnostics.Debugger"),
        { } name when name.StartsWith("Write", StringComparison.Ordinal) =>
            type.Is("System.Diagnostics.EventLog") || type.Is("System.Diagnostics.Tracing.EventSource") || type.Is("System.Diagnostics.TraceListener"),
        _ => false,
    };
}

using Lattice.Analyzers.Operations;
using Lattice.Analyzers.Secrets.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Sinks;

/// <summary>Which methods bring what they get to a place that must not have a secret.</summary>
internal static class CallSinks
{
    /// <summary>The place that a method brings its arguments to; <see langword="null"/> if that is not known.</summary>
    public static Sink? Find(IInvocationOperation call, SecretFlow flow)
    {
        IMethodSymbol method = call.TargetMethod;
        INamedTypeSymbol type = method.ContainingType;
        if (method.MethodKind == MethodKind.Constructor)
        {
            // The call of a base class's constructor.
            return type.Is("System.Exception") ? Sink.Exception : null;
        }

        return LogSinks.Find(call)
            ?? FindByType(method, type.GetFullName())
            ?? FindByNamespace(method, type)
            ?? FindByReceiver(call, flow);
    }

    private static Sink? FindByType(IMethodSymbol method, string type)
    {
        string name = method.Name;
        return type switch
        {
            "System.Console" => StartsWith(name, "Write") ? Sink.Console : null,
            "System.Diagnostics.Debug" or "System.Diagnostics.Trace" or "System.Diagnostics.TraceSource" or "System.Diagnostics.DiagnosticSource"
                or "System.Diagnostics.DiagnosticListener" => Sink.TraceOutput,
            "System.Diagnostics.Activity" or "System.Diagnostics.ActivitySource" =>
                StartsWith(name, "Get") || name == "IsAllDataRequested" ? null : Sink.Activity,
            "System.IO.File" or "Microsoft.VisualBasic.FileIO.FileSystem" or "Microsoft.VisualBasic.MyServices.FileSystemProxy" =>
                StartsWith(name, "Write") || StartsWith(name, "Append") ? Sink.File : null,
            "System.ArgumentOutOfRangeException" => StartsWith(name, "ThrowIf") ? Sink.Exception : null,
            "Microsoft.AspNetCore.Http.SessionExtensions" => StartsWith(name, "Set") ? Sink.Session : null,
            "System.Threading.Volatile" or "System.Threading.Interlocked" =>
                name is "Write" or "Exchange" or "CompareExchange" && method.Parameters[0].RefKind == RefKind.Ref ? Sink.Static : null,
            _ => null,
        };
    }

    // Others of these types configure what they do, for which they may need a secret.
    private static Sink? FindByNamespace(IMethodSymbol method, INamedTypeSymbol type)
    {
        string name = method.Name;
        if (type.IsIn("System.Diagnostics.Metrics"))
        {
            return Sink.Metric;
        }

        if (type.IsIn("OpenTelemetry"))
        {
            return type.Name is "Baggage" or "TelemetrySpan" or "SpanAttributes" ? Sink.Activity : null;
        }

        if (type.IsIn("Spectre.Console"))
        {
            return StartsWith(name, "Write") || StartsWith(name, "Markup") ? Sink.Console : null;
        }

        if (type.IsIn("Microsoft.EntityFrameworkCore"))
        {
            return StartsWith(name, "Add") || StartsWith(name, "Update") || StartsWith(name, "Attach") || StartsWith(name, "ExecuteSql")
                || name is "SetProperty" or "SetValues" ? Sink.Database : null;
        }

        return type.IsIn("Microsoft.Extensions.Caching") || type.IsIn("System.Runtime.Caching") || type.IsIn("StackExchange.Redis")
            ? IsStoring(name) ? Sink.Cache : null
            : null;
    }

    private static Sink? FindByReceiver(IInvocationOperation call, SecretFlow flow)
    {
        string name = call.TargetMethod.Name;
        if (call.GetReceiver() is not { Type: { } type } instance)
        {
            return null;
        }

        Traces traces = flow.GetTraces(instance);
        if (StartsWith(name, "Write") && (traces.Has(TraceKind.Console) || traces.Has(TraceKind.File)))
        {
            return traces.Has(TraceKind.Console) ? Sink.Console : Sink.File;
        }

        return name switch
        {
            "Set" when type.Is("Microsoft.AspNetCore.Http.ISession") => Sink.Session,
            "Append" when type.Is("Microsoft.AspNetCore.Http.IResponseCookies") => Sink.Cookie,
            "Add" or "Append" when type.Is("Microsoft.AspNetCore.Http.IHeaderDictionary") =>
                IsSetCookie(call.GetOtherArguments().First().Value) ? Sink.Cookie : null,
            "Add" or "TryAdd" when type.Is("Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataDictionary") => Sink.TempData,
            "Add" when flow.Resolve(instance) is IPropertyReferenceOperation { Property.Name: "Data" } data
                && data.Property.ContainingType.Is("System.Exception") => Sink.Exception,
            _ when IsStoring(name) && (type.Is("Microsoft.Extensions.Caching.Memory.IMemoryCache")
                || type.Is("Microsoft.Extensions.Caching.Distributed.IDistributedCache")
                || type.Is("Microsoft.AspNetCore.OutputCaching.IOutputCacheStore")) => Sink.Cache,
            _ when StartsWith(name, "Add") || StartsWith(name, "Update") || StartsWith(name, "Attach") =>
                Entities.IsContextOrSet(type) ? Sink.Database : FindStaticCollection(call, flow),
            _ when TextPassing.IsCollection(call.TargetMethod.ContainingType) => FindStaticCollection(call, flow),
            _ => null,
        };
    }

    /// <summary>A collection in a static field, which serves as a cache.</summary>
    private static Sink? FindStaticCollection(IInvocationOperation call, SecretFlow flow) =>
        call.TargetMethod.Name is "Add" or "TryAdd" or "AddOrUpdate" or "GetOrAdd" or "TryUpdate" or "Insert" or "Enqueue" or "Push" or "AddRange"
            or "AddFirst" or "AddLast"
        && TextPassing.IsCollection(call.TargetMethod.ContainingType)
        && Statics.Keeps(call.Instance, flow)
            ? Sink.Static
            : null;

    /// <summary>Whether an expression is the name of the header that sets a cookie.</summary>
    public static bool IsSetCookie(IOperation name) =>
        name.ConstantValue.Value is string text && text.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase);

    private static bool IsStoring(string name) => name.Contains("Set") || name.Contains("Push") || StartsWith(name, "Add")
        || StartsWith(name, "GetOrCreate") || StartsWith(name, "Publish");

    private static bool StartsWith(string name, string start) => name.StartsWith(start, StringComparison.Ordinal);
}

using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Calls.Clients;

/// <summary>The types and methods that ASP.NET Core and the host create and call.</summary>
internal static class RequestTypes
{
    /// <summary>Whether there is an object of the type for each request.</summary>
    public static bool IsPerRequest(INamedTypeSymbol type) =>
        HasBase(type, "Microsoft.AspNetCore", "ControllerBase", "PageModel", "Hub", "ViewComponent");

    /// <summary>Whether a method is called for each request: that of a middleware or of a filter.</summary>
    public static bool IsHandler(IMethodSymbol method) =>
        method is { Name: "Invoke" or "InvokeAsync", Parameters.IsEmpty: false }
            && method.Parameters[0].Type is { Name: "HttpContext" or "EndpointFilterInvocationContext" } context && IsOf(context, "Microsoft.AspNetCore");

    /// <summary>Whether a method is called once in the life of the process: that of a background service.</summary>
    public static bool RunsOnce(IMethodSymbol method) =>
        method.Name is "ExecuteAsync" or "StartAsync" or "StartingAsync" or "StartedAsync" or "StopAsync" or "StoppingAsync" or "StoppedAsync"
            && method.ContainingType.AllInterfaces.Any(type => type.Name == "IHostedService");

    private static bool HasBase(INamedTypeSymbol type, string containingNamespace, params string[] names)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (names.Contains(current.Name) && IsOf(current, containingNamespace))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOf(ITypeSymbol type, string containingNamespace) =>
        type.ContainingNamespace?.ToDisplayString().StartsWith(containingNamespace, StringComparison.Ordinal) == true;
}

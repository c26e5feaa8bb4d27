using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls;

/// <summary>Recognizes code that runs for each request of a web app, and factories that a container calls again and again.</summary>
internal static class RequestHandlers
{
    private static readonly string[] s_bases = ["ControllerBase", "Controller", "PageModel", "Hub", "ViewComponent", "ComponentBase"];

    private static readonly string[] s_factories =
    [
        "AddTransient", "AddScoped", "TryAddTransient", "TryAddScoped", "AddKeyedTransient", "AddKeyedScoped", "TryAddKeyedTransient",
        "TryAddKeyedScoped",
    ];

    /// <param name="function">The lambda or the local function; <see langword="null"/> for the method itself.</param>
    public static bool IsHandler(IOperation? function, IMethodSymbol method) => function is null
        ? IsActionOfController(method) || IsMiddleware(method)
        : FindReceiver(function) is { } call && call.StartsWith("Map", StringComparison.Ordinal);

    /// <summary>Whether a container calls the function for each object or each scope.</summary>
    public static bool IsRegisteredFactory(IOperation? function) =>
        function is not null && FindReceiver(function) is { } call && s_factories.Contains(call);

    /// <summary>The name of the method that gets a lambda as an argument.</summary>
    private static string? FindReceiver(IOperation function)
    {
        IOperation? current = function.Parent;
        while (current is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            current = current.Parent;
        }

        return current is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } } ? name : null;
    }

    private static bool IsActionOfController(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType?.BaseType; type is not null; type = type.BaseType)
        {
            if (s_bases.Contains(type.Name)
                && type.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMiddleware(IMethodSymbol method) =>
        method.Name is "Invoke" or "InvokeAsync" && method.Parameters.Any(parameter => parameter.Type.Name == "HttpContext");
}

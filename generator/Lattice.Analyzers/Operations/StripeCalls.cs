using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>The calls that send a request to Stripe.</summary>
internal static class StripeCalls
{
    private const string TryPrefix = "Try";
    private const string AsyncSuffix = "Async";

    /// <summary>Whether a method sends a request: <c>AccountLink.CreateAsync</c>, or one of a client or an operation.</summary>
    public static bool IsCall(this StripeTypes types, IMethodSymbol method)
    {
        if (!method.Name.EndsWith(AsyncSuffix, StringComparison.Ordinal))
        {
            return false;
        }

        if (method.IsStatic)
        {
            // A method of the project itself can take a client, too; beside each generated one, there is its operation.
            return types.IsOperation(method) && method.ContainingType.GetMembers(GetOperation(method) + "Operation").Length > 0;
        }

        INamedTypeSymbol type = method.ContainingType.OriginalDefinition;
        return method.Name is "SendAsync" or "TrySendAsync"
            && (StripeTypes.AreSame(type, types.Operation) || StripeTypes.AreSame(type, types.Client)
                || StripeTypes.AreSame(type, types.ConcreteClient));
    }

    /// <summary>Whether a call creates something: it does so again when it is repeated.</summary>
    public static bool IsCreate(this StripeTypes types, IInvocationOperation call) =>
        types.IsCall(call.TargetMethod)
            && (call.TargetMethod.IsStatic
                ? GetOperation(call.TargetMethod).StartsWith("Create", StringComparison.Ordinal)
                : call.Instance is IPropertyReferenceOperation { Property: { IsStatic: true, Name: { } name } }
                    && name.StartsWith("Create", StringComparison.Ordinal));

    /// <summary>Whether a method returns errors instead of throwing them.</summary>
    public static bool ReturnsResult(this StripeTypes types, IMethodSymbol method) => types.IsResult(GetAwaited(method.ReturnType));

    /// <summary>The type of what <c>await</c> returns for a task; <see langword="null"/> if the type is no task with a result.</summary>
    public static ITypeSymbol? GetAwaited(ITypeSymbol? task) =>
        task is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } named ? named.TypeArguments[0] : null;

    /// <summary>The name of an operation: <c>Create</c> for <c>TryCreateAsync</c>.</summary>
    public static string GetOperation(IMethodSymbol method)
    {
        string name = method.Name.EndsWith(AsyncSuffix, StringComparison.Ordinal)
            ? method.Name.Substring(0, method.Name.Length - AsyncSuffix.Length)
            : method.Name;
        return name.StartsWith(TryPrefix, StringComparison.Ordinal) ? name.Substring(TryPrefix.Length) : name;
    }
}

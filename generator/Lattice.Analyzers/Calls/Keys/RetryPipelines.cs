using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Keys;

/// <summary>Finds the calls within a function that a pipeline of Polly may carry out several times.</summary>
internal static class RetryPipelines
{
    // These strategies, as types of policies, carry out the function once.
    private static readonly string[] s_onceOnly = ["Timeout", "CircuitBreaker", "Bulkhead", "NoOp", "Fallback", "Cache", "RateLimit"];

    /// <summary>The function around a call that a pipeline repeats.</summary>
    public static IAnonymousFunctionOperation? FindFunction(IInvocationOperation call, Locals locals)
    {
        IOperation? parent = call.Parent;
        while (parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            parent = parent.Parent;
        }

        return parent is IAnonymousFunctionOperation lambda
            && lambda.GetWhole().Parent is IDelegateCreationOperation function
            && function.GetWhole().Parent is IArgumentOperation { Parent: IInvocationOperation execute }
            && IsPolly(execute.TargetMethod.ContainingType) && execute.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal)
            && execute.Instance is { } pipeline && MayRepeat(pipeline, locals)
            ? lambda
            : null;
    }

    /// <summary>Whether a function is an argument of a method of Polly, such as <c>Handle</c>.</summary>
    public static bool IsPassedToPolly(IAnonymousFunctionOperation lambda) =>
        lambda.GetWhole().Parent is IDelegateCreationOperation function
            && function.GetWhole().Parent is IArgumentOperation { Parent: IInvocationOperation call }
            && IsPolly(call.TargetMethod.ContainingType);

    private static bool MayRepeat(IOperation pipeline, Locals locals)
    {
        IOperation value = pipeline.Unwrap();
        if (s_onceOnly.Any(name => value.Type?.Name.Contains(name) == true))
        {
            return false;
        }

        IOperation? definition = value switch
        {
            ILocalReferenceOperation local => locals.GetValue(local.Local),
            IMemberReferenceOperation member => Initializers.GetValue(member),
            _ => value,
        };

        // A pipeline that is built elsewhere usually retries; one that is built here does so if it says so.
        IOperation[] parts = definition is null ? [] : [.. definition.DescendantsAndSelf()];
        bool isBuiltHere = parts.Any(part => part is IObjectCreationOperation { Type: { } type } && IsPolly(type)
            || part is IInvocationOperation { TargetMethod: { IsStatic: true, IsExtensionMethod: false } method }
                && IsPolly(method.ContainingType));
        return !isBuiltHere || parts.Any(part => part is IInvocationOperation { TargetMethod.Name: { } name }
            && (name.Contains("Retry") || name.Contains("Hedging") || name.Contains("Wrap") || name.Contains("AddPipeline") || name == "Add"));
    }

    private static bool IsPolly(ITypeSymbol type)
    {
        INamespaceSymbol? containing = type.ContainingNamespace;
        while (containing is { ContainingNamespace.IsGlobalNamespace: false })
        {
            containing = containing.ContainingNamespace;
        }

        return containing?.Name == "Polly";
    }
}

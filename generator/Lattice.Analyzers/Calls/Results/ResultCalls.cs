using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>What is known after a call of a method: it may check a result, or never return.</summary>
internal sealed class ResultCalls
{
    // A helper with such a name may throw for every failure, without saying so in an attribute.
    private static readonly string[] s_namesOfThrowing = ["Throw", "Fail", "Ensure", "Exit", "Abort", "Require", "Guard", "Check", "Verify"];

    private readonly Conditions _conditions;
    private readonly Dictionary<SyntaxNode, List<IOperation>> _checked = [];

    /// <param name="blocks">The blocks of the method, before they are split into a graph.</param>
    public ResultCalls(Conditions conditions, ImmutableArray<IOperation> blocks)
    {
        _conditions = conditions;
        StripeTypes types = conditions.Variables.Sources.Types;
        foreach (IOperation operation in blocks.SelectMany(block => block.DescendantsAndSelf()))
        {
            if (operation is IPropertyReferenceOperation { Instance: { } result } property
                && types.IsResult(property.Property.ContainingType)
                && GetReceiver(property) is { } call)
            {
                if (!_checked.TryGetValue(call.Syntax, out List<IOperation>? results))
                {
                    _checked.Add(call.Syntax, results = []);
                }

                results.Add(result);
            }
        }
    }

    /// <returns><see langword="null"/> if the method does not return.</returns>
    public ResultState? Apply(IInvocationOperation call, ResultState state)
    {
        IMethodSymbol method = call.TargetMethod;
        if (HasAttribute(method, "DoesNotReturnAttribute"))
        {
            return null;
        }

        ResultState? current = state;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (current is not null && argument.Parameter is { } parameter)
            {
                current = Apply(argument, parameter, current);
            }
        }

        Variables variables = _conditions.Variables;
        if (current is null || IsHarmless(method))
        {
            return current;
        }

        if (variables.Sources.Types.IsResult(method.ContainingType))
        {
            return method.Name == "GetValueOrThrow" && variables.FindResult(call.Instance) is { } value
                ? current.Learn(value, Knowledge.Success)
                : current;
        }

        if (s_namesOfThrowing.Any(name => method.Name.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return current.Forget(_ => true);
        }

        // An unknown method may check what it gets, and what it can reach in another way.
        current = current.Forget(variables.IsShared);
        return _checked.TryGetValue(call.Syntax, out List<IOperation>? results)
            ? results.Select(result => variables.FindResult(result)).Aggregate(
                current, (next, result) => next.Forget(number => number == result))
            : current;
    }

    private ResultState? Apply(IArgumentOperation argument, IParameterSymbol parameter, ResultState state)
    {
        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
        {
            Variables variables = _conditions.Variables;
            return variables.FindVariable(argument.Value) is { } variable
                ? state.Clear(variable, number => variables.IsWithin(number, variable))
                : state;
        }

        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "DoesNotReturnIfAttribute" when attribute.ConstructorArguments.FirstOrDefault() is { Value: bool outcome }:
                    return _conditions.Assume(state, argument.Value, !outcome);
                case "NotNullAttribute":
                    return _conditions.AssumeNull(state, argument.Value, isNull: false);
            }
        }

        return state;
    }

    /// <summary>
    /// The call that gets a member of a result, or what it says, as an argument: <c>Ensure(result.IsSuccess &amp;&amp; other)</c>.
    /// </summary>
    private static IInvocationOperation? GetReceiver(IPropertyReferenceOperation property)
    {
        IOperation current = property;
        while (current.Parent is { } parent)
        {
            switch (parent)
            {
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    return call;
                case IInvocationOperation or IAnonymousFunctionOperation or IBlockOperation:
                    return null;
            }

            current = parent;
        }

        return null;
    }

    /// <summary>Whether a method neither checks a result nor changes one: those that send, and those that write.</summary>
    private bool IsHarmless(IMethodSymbol method)
    {
        if (_conditions.Variables.Sources.Types.IsCall(method))
        {
            return true;
        }

        string containingNamespace = method.ContainingNamespace?.ToDisplayString() ?? "";
        return containingNamespace is "Microsoft.Extensions.Logging" or "Serilog" or "System.Text"
            || (containingNamespace == "System" && method.ContainingType.Name is "Console" or "String")
            || (containingNamespace == "System.Threading.Tasks" && method.ContainingType.Name is "Task" && method.Name is "Delay" or "ConfigureAwait");
    }

    private static bool HasAttribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == name);
}

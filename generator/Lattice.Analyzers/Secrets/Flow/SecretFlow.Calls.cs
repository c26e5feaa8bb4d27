using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Flow;

/// <content>Calls of methods and constructors.</content>
internal sealed partial class SecretFlow
{
    private void VisitForSinks(IOperation operation)
    {
        if (_isForSinks)
        {
            _sinks.Visit(operation, this);
        }
    }

    private Traces EvaluateCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        Traces instance = Evaluate(call.Instance);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            _elements = TextPassing.PassesElements(method) && argument.Parameter?.Type.TypeKind == TypeKind.Delegate
                ? GetTraces(call.GetReceiver()).OfElement(null, leaf: null)
                : Traces.None;
            Evaluate(argument.Value);
        }

        _elements = Traces.None;
        VisitForSinks(call);
        if (SecretTypes.IsReveal(method, _types))
        {
            return Traces.Of(Trace.Start(TraceKind.Text, call));
        }

        Traces result = method.MethodKind switch
        {
            MethodKind.LocalFunction => RunLocalFunction(call),
            MethodKind.DelegateInvoke => instance.OfReturned().ReadAt(call),
            _ => CallPassing.Pass(call, this),
        };
        AssignArguments(call);
        AddTo(call.GetReceiver(), TextPassing.GetAdded(call, this));
        if (TextPassing.Clears(method) && call.GetReceiver()?.SkipConversions() is ILocalReferenceOperation local)
        {
            _state.Set(local.Local, Traces.None);
        }

        return result;
    }

    /// <summary>What a method assigns to a variable is not known, except if it takes it out of a collection.</summary>
    private void AssignArguments(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref })
            {
                bool takesElement = call.TargetMethod.Name is "TryGetValue" or "TryDequeue" or "TryPop" or "TryPeek" or "TryTake";
                Assign(argument.Value, takesElement && TextPassing.IsCollection(call.TargetMethod.ContainingType)
                    ? GetTraces(call.Instance).OfElement(
                        call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: { } key } ? key : null, call)
                    : Traces.None);
            }
        }
    }

    private Traces EvaluateCreation(IObjectCreationOperation creation)
    {
        EvaluateAll(creation.Arguments);
        VisitForSinks(creation);
        return CreationPassing.Pass(creation, this);
    }

    /// <summary>What is known about the value of an argument: of several for one <c>params</c> parameter, about each.</summary>
    public Traces GetArgument(IArgumentOperation argument)
    {
        Traces traces = GetTraces(argument.Value);
        return argument.ArgumentKind == ArgumentKind.ParamArray ? traces.OfElement(null, leaf: null) : traces;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Flow;

/// <content>Functions within the method.</content>
internal sealed partial class SecretFlow
{
    private const int MaxNesting = 12;

    private readonly HashSet<ISymbol> _analyzed = new(SymbolEqualityComparer.Default);
    private readonly Stack<ISymbol> _running = new();
    private Traces _elements = Traces.None;

    /// <summary>A delegate holds what the function returns.</summary>
    private Traces EvaluateDelegate(IOperation operation)
    {
        switch (operation)
        {
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IFlowAnonymousFunctionOperation lambda:
                // What the caller of the function does with its variables before and after is not known: it may run it at any time.
                ControlFlowGraph graph = _graph.GetAnonymousFunctionControlFlowGraphInScope(lambda);
                Traces elements = _elements;
                return RunFunction(graph, lambda.Symbol, keepsState: false, _ => elements).Within(TracePath.Returned);
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } reference:
                return RunLocalFunction(reference.Method, keepsState: false, _ => Traces.None).Within(TracePath.Returned);
            case IMethodReferenceOperation reference:
                Evaluate(reference.Instance);
                return SecretTypes.IsReveal(reference.Method, _types)
                    ? Traces.Of(Trace.Start(TraceKind.Text, reference)).Within(TracePath.Returned)
                    : Traces.None;
            default:
                return Traces.None;
        }
    }

    private Traces RunLocalFunction(IInvocationOperation call)
    {
        Traces GetArgumentOf(IParameterSymbol parameter) =>
            call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { } argument
                ? GetTraces(argument.Value)
                : Traces.None;

        return RunLocalFunction(call.TargetMethod, keepsState: true, GetArgumentOf).ReadAt(call);
    }

    private Traces RunLocalFunction(IMethodSymbol function, bool keepsState, Func<IParameterSymbol, Traces> getArgument)
    {
        IMethodSymbol definition = function.OriginalDefinition;
        for (ControlFlowGraph? graph = _graph; graph is not null; graph = graph.Parent)
        {
            if (graph.LocalFunctions.Contains(definition))
            {
                return RunFunction(graph.GetLocalFunctionControlFlowGraph(definition), definition, keepsState, getArgument);
            }
        }

        return Traces.None;
    }

    private Traces RunFunction(ControlFlowGraph graph, IMethodSymbol function, bool keepsState, Func<IParameterSymbol, Traces> getArgument)
    {
        if (_running.Count > MaxNesting || _running.Contains(function, SymbolEqualityComparer.Default))
        {
            return Traces.None;
        }

        _running.Push(function);
        _analyzed.Add(function);
        FlowState outer = _state;
        FlowState entry = outer.Clone();
        Traces elements = _elements;
        foreach (IParameterSymbol parameter in function.Parameters)
        {
            entry.Set(parameter, getArgument(parameter));
        }

        _elements = Traces.None;
        Traces returned = Run(graph, entry, out FlowState exit);
        _elements = elements;
        _state = keepsState ? exit : outer;
        _running.Pop();
        return returned;
    }

    /// <summary>Functions that nothing calls yet, as while they are being written.</summary>
    private void RunUnusedFunctions(ControlFlowGraph graph)
    {
        foreach (IMethodSymbol function in graph.LocalFunctions.Where(function => !_analyzed.Contains(function)))
        {
            _state = new FlowState();
            RunFunction(graph.GetLocalFunctionControlFlowGraph(function), function, keepsState: false, _ => Traces.None);
        }
    }
}

using System.Collections.Immutable;
using Lattice.Analyzers.Calls.Results;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.Calls.Keys;

/// <summary>How a call is repeated.</summary>
internal enum Repetition
{
    /// <summary>By a second call, after the first one failed.</summary>
    Again,

    /// <summary>In a loop.</summary>
    Loop,

    /// <summary>By calling the method that makes it.</summary>
    Recursion,

    /// <summary>By a pipeline that it is passed to.</summary>
    Pipeline,
}

/// <summary>Finds the calls that are repeated by hand without the key of the first attempt.</summary>
internal sealed class RepeatedCreates
{
    // More calls are in no method that repeats one of them.
    private const int MaxAttempts = 20;

    private readonly ImmutableArray<IOperation> _blocks;
    private readonly Action<Repetition, IInvocationOperation, IInvocationOperation, TextSpan> _report;
    private readonly ResultSources _sources;
    private readonly CallKeys _keys;
    private readonly SameCalls _same;
    private readonly Transfer _transfer;
    private readonly UnknownOutcomes _outcomes;
    private readonly Dictionary<SyntaxNode, IInvocationOperation> _calls = [];

    /// <param name="report">Gets the first and the second attempt, and the part of the source between them.</param>
    public RepeatedCreates(
        StripeTypes types,
        ImmutableArray<IOperation> blocks,
        Action<Repetition, IInvocationOperation, IInvocationOperation, TextSpan> report)
    {
        _blocks = blocks;
        _report = report;
        var locals = Locals.Of(blocks);
        _sources = new ResultSources(types, locals);
        _outcomes = new UnknownOutcomes(locals, blocks);
        _keys = new CallKeys(types, locals);
        _same = new SameCalls(types, locals, blocks);
        var conditions = new Conditions(new Variables(_sources));
        _transfer = new Transfer(conditions, new ResultCalls(conditions, blocks));
        foreach (IInvocationOperation call in blocks.SelectMany(block => block.DescendantsAndSelf()).OfType<IInvocationOperation>())
        {
            _calls[call.Syntax] = call;
        }
    }

    public void Find(Func<IOperation, ControlFlowGraph> getGraph, IMethodSymbol? method)
    {
        if (KnownOutcome.IsAskedFor(_blocks, _outcomes) || new OutcomeChecks(_sources.Types, _outcomes).AreHidden(_blocks))
        {
            return;
        }

        FindInPipelines();
        if (MayRepeat(method))
        {
            foreach (IOperation block in _blocks)
            {
                Find(getGraph(block), method);
            }
        }
    }

    /// <summary>Whether a call is in a loop or made twice, or the method calls itself: rare, and following paths takes time.</summary>
    private bool MayRepeat(IMethodSymbol? method)
    {
        HashSet<(ISymbol, string)> made = [];
        return _sources.Locals.HasGoto || _calls.Values.Any(call => _sources.Types.IsCreate(call)
            ? !made.Add(GetOperation(call)) || IsInLoop(call)
            : call.TargetMethod.MethodKind == MethodKind.LocalFunction
                || StripeTypes.AreSame(call.TargetMethod.OriginalDefinition, method?.OriginalDefinition));
    }

    private static (ISymbol, string) GetOperation(IInvocationOperation call) =>
        (call.TargetMethod.ContainingType.OriginalDefinition, StripeCalls.GetOperation(call.TargetMethod));

    private static bool IsInLoop(IOperation operation)
    {
        IOperation? current = operation;
        while (current is not null and not ILoopOperation)
        {
            current = current.Parent;
        }

        return current is not null;
    }

    private void FindInPipelines()
    {
        foreach (IInvocationOperation call in _calls.Values.Where(_sources.Types.IsCreate))
        {
            if (RetryPipelines.FindFunction(call, _sources.Locals) is { Syntax.Span: var function }
                && _keys.GetKey(call, function) != CallKey.Given
                && !_same.Varies(call, function))
            {
                _report(Repetition.Pipeline, call, call, function);
            }
        }
    }

    private void Find(ControlFlowGraph graph, IMethodSymbol? method)
    {
        _transfer.Conditions.Variables.Add(graph);
        Attempt[] attempts = [.. FindAttempts(graph, method)];
        if (attempts.Length <= MaxAttempts)
        {
            var paths = new AttemptPaths(graph, _transfer, _outcomes, new StripeHandlers(_sources.Types, _outcomes));
            foreach (Attempt first in attempts.Where(attempt => !attempt.IsRecursion))
            {
                foreach (Attempt second in attempts)
                {
                    Check(first, second, paths);
                }
            }
        }

        foreach ((ControlFlowGraph function, IMethodSymbol symbol) in GraphFlow.GetFunctions(graph))
        {
            Find(function, symbol);
        }
    }

    private IEnumerable<Attempt> FindAttempts(ControlFlowGraph graph, IMethodSymbol? method)
    {
        foreach (BasicBlock block in graph.Blocks.Where(block => block.IsReachable))
        {
            ImmutableArray<IOperation> operations = block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;
            for (int index = 0; index < operations.Length; index++)
            {
                foreach (IInvocationOperation call in operations[index].DescendantsAndSelf().OfType<IInvocationOperation>())
                {
                    bool isRecursion = StripeTypes.AreSame(call.TargetMethod.OriginalDefinition, method?.OriginalDefinition);
                    if (_calls.TryGetValue(call.Syntax, out IInvocationOperation? original)
                        && (isRecursion || _sources.Types.IsCreate(original)))
                    {
                        yield return new Attempt(original, block, index, isRecursion);
                    }
                }
            }
        }
    }

    private void Check(Attempt first, Attempt second, AttemptPaths paths)
    {
        bool isLoop = first == second;
        if (second.IsRecursion)
        {
            CheckRecursion(first, second, paths);
        }
        else if ((isLoop || _same.HaveSameArguments(first.Call, second.Call)) && paths.FindRepetition(first, second) is { } repeated
            && _keys.GetKey(second.Call, repeated) != CallKey.Given && !_same.Varies(second.Call, repeated))
        {
            _report(isLoop ? Repetition.Loop : Repetition.Again, first.Call, second.Call, repeated);
        }
    }

    /// <summary>The method calls itself after an error, with the same parameters, so that it makes the same call.</summary>
    private void CheckRecursion(Attempt first, Attempt second, AttemptPaths paths)
    {
        TextSpan body = TextSpan.FromBounds(_blocks.Min(block => block.Syntax.SpanStart), _blocks.Max(block => block.Syntax.Span.End));
        bool isSame = _same.GetParameters(first.Call).All(parameter =>
            !_same.IsChanged(parameter, body)
                && (!StripeTypes.AreSame(parameter.ContainingSymbol, second.Call.TargetMethod)
                    || second.Call.Arguments.Any(argument => StripeTypes.AreSame(argument.Parameter, parameter)
                        && argument.Value.Unwrap() is IParameterReferenceOperation passed
                        && StripeTypes.AreSame(passed.Parameter, parameter))));
        if (isSame && _keys.GetKey(first.Call, body) != CallKey.Given && !_same.Varies(first.Call, body)
            && paths.FindRepetition(first, second) is { } repeated)
        {
            _report(Repetition.Recursion, first.Call, second.Call, repeated);
        }
    }
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>What a method, with its lambdas and local functions, does with its local variables and parameters.</summary>
internal sealed class Locals
{
    private static readonly ConditionalWeakTable<IOperation, Locals> s_bodies = new();

    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IVariableDeclaratorOperation> _declarators = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation?>> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _reads = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _writes = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _captured = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _assignedInFunctions = new(SymbolEqualityComparer.Default);

    private Locals(ImmutableArray<IOperation> blocks)
    {
        foreach (IOperation operation in blocks.SelectMany(block => block.DescendantsAndSelf()))
        {
            switch (operation)
            {
                case ILocalReferenceOperation reference:
                    Add(reference, reference.Local);
                    break;
                case IParameterReferenceOperation reference:
                    Add(reference, reference.Parameter);
                    break;
                case IVariableDeclaratorOperation declarator:
                    Add(declarator);
                    break;
                case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                    AddValue(symbol, value: null);
                    break;
                case IRecursivePatternOperation { DeclaredSymbol: { } symbol }:
                    AddValue(symbol, value: null);
                    break;
                case IBranchOperation { BranchKind: BranchKind.GoTo }:
                    HasGoto = true;
                    break;
            }
        }
    }

    /// <summary>Whether statements may run in another order than that of the source, apart from loops.</summary>
    public bool HasGoto { get; }

    /// <summary>The locals of the outermost body that contains an operation. A body is read once, whatever rules ask for it.</summary>
    public static Locals Of(IOperation operation) =>
        s_bodies.GetValue(GetBody(operation), body => new Locals(ImmutableArray.Create(body)));

    /// <summary>The locals of a method: of its body, or of the initializers of its parameters as well.</summary>
    public static Locals Of(ImmutableArray<IOperation> blocks)
    {
        IOperation[] bodies = [.. blocks.Select(GetBody).Distinct()];
        return bodies.Length == 1 ? Of(bodies[0]) : new Locals(blocks);
    }

    /// <summary>The declaration of a variable.</summary>
    public IVariableDeclaratorOperation? GetDeclarator(ISymbol variable) =>
        _declarators.TryGetValue(variable, out IVariableDeclaratorOperation? declarator) ? declarator : null;

    /// <summary>All references to a variable, in the order of the source.</summary>
    public IReadOnlyList<IOperation> GetReferences(ISymbol variable) =>
        _references.TryGetValue(variable, out List<IOperation>? references) ? references : [];

    /// <summary>How often a variable is set, with its declaration.</summary>
    public int CountAssignments(ISymbol variable) => _values.TryGetValue(variable, out List<IOperation?>? values) ? values.Count : 0;

    /// <summary>All values that a variable is set to; <see langword="null"/> if not all of them are known.</summary>
    public IReadOnlyList<IOperation>? GetValues(ISymbol variable) =>
        _values.TryGetValue(variable, out List<IOperation?>? values) && !values.Contains(null) ? values.ConvertAll(value => value!) : null;

    /// <summary>The only value that a variable ever has; <see langword="null"/> if it is not known.</summary>
    public IOperation? GetValue(ISymbol variable) => GetValues(variable) is { Count: 1 } values ? values[0] : null;

    /// <summary>The references to a variable that do not set it.</summary>
    public IReadOnlyList<IOperation> GetReads(ISymbol variable) =>
        _reads.TryGetValue(variable, out List<IOperation>? reads) ? reads : [];

    /// <summary>The references to a variable that set it, apart from its declaration.</summary>
    public IReadOnlyList<IOperation> GetWrites(ISymbol variable) =>
        _writes.TryGetValue(variable, out List<IOperation>? writes) ? writes : [];

    /// <summary>Whether a lambda or a local function uses a variable that is declared outside.</summary>
    public bool IsCaptured(ISymbol variable) => _captured.Contains(variable);

    /// <summary>Whether a lambda or a local function sets a variable that is declared outside.</summary>
    public bool IsAssignedInFunction(ISymbol variable) => _assignedInFunctions.Contains(variable);

    /// <summary>The lambda or local function that contains an operation; <see langword="null"/> for the method itself.</summary>
    public static IMethodSymbol? GetFunction(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation function:
                    return function.Symbol;
            }
        }

        return null;
    }

    private static IOperation GetBody(IOperation operation)
    {
        IOperation body = operation;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        return body;
    }

    private void Add(IVariableDeclaratorOperation declarator)
    {
        _declarators[declarator.Symbol] = declarator;
        if (declarator.GetVariableInitializer() is { } initializer)
        {
            AddValue(declarator.Symbol, initializer.Value);
        }
        else if (declarator.Parent is IForEachLoopOperation or ICatchClauseOperation)
        {
            AddValue(declarator.Symbol, value: null);
        }
    }

    private void Add(IOperation reference, ISymbol variable)
    {
        AddTo(_references, variable, reference);
        bool isWrite = TryGetWrite(reference, out IOperation? value);
        AddTo(isWrite ? _writes : _reads, variable, reference);
        if (isWrite)
        {
            AddValue(variable, value);
        }

        if (GetFunction(reference) is { } function && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function))
        {
            _captured.Add(variable);
            if (isWrite)
            {
                _assignedInFunctions.Add(variable);
            }
        }
    }

    private static bool TryGetWrite(IOperation reference, out IOperation? value)
    {
        value = null;
        switch (reference.Parent)
        {
            case ISimpleAssignmentOperation { IsRef: false } assignment when assignment.Target == reference:
                value = assignment.Value;
                return true;
            case IAssignmentOperation assignment:
                return assignment.Target == reference;
            case IIncrementOrDecrementOperation or IDeclarationExpressionOperation or IAddressOfOperation:
                return true;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                return true;
            case IForEachLoopOperation loop:
                return loop.LoopControlVariable == reference;
            case ITupleOperation tuple:
                return IsDeconstructed(tuple);
            default:
                return false;
        }
    }

    private static bool IsDeconstructed(ITupleOperation tuple)
    {
        IOperation target = tuple;
        while (target.Parent is ITupleOperation or IDeclarationExpressionOperation)
        {
            target = target.Parent;
        }

        return target.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == target
            || target.Parent is IForEachLoopOperation loop && loop.LoopControlVariable == target;
    }

    private void AddValue(ISymbol variable, IOperation? value) => AddTo(_values, variable, value);

    private static void AddTo<T>(Dictionary<ISymbol, List<T>> lists, ISymbol variable, T value)
    {
        if (!lists.TryGetValue(variable, out List<T>? list))
        {
            lists.Add(variable, list = []);
        }

        list.Add(value);
    }
}

using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>
/// Where the body of a method mentions its local variables and parameters. A body is searched once, if a rule asks for it.
/// </summary>
internal sealed class LocalUses
{
    private static readonly ConditionalWeakTable<IOperation, LocalUses> s_bodies = new();

    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IVariableDeclaratorOperation> _declarators = new(SymbolEqualityComparer.Default);

    private LocalUses(IOperation body)
    {
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    Add(local.Local, local);
                    break;
                case IParameterReferenceOperation parameter:
                    Add(parameter.Parameter, parameter);
                    break;
                case IVariableDeclaratorOperation declarator:
                    _declarators[declarator.Symbol] = declarator;
                    break;
                case IBranchOperation { BranchKind: BranchKind.GoTo }:
                    HasGoto = true;
                    break;
            }
        }
    }

    /// <summary>Whether statements may run in another order than that of the source, apart from loops.</summary>
    public bool HasGoto { get; }

    /// <summary>The uses in the outermost body that contains an operation.</summary>
    public static LocalUses Of(IOperation operation)
    {
        IOperation body = operation;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        return s_bodies.GetValue(body, root => new LocalUses(root));
    }

    /// <summary>The references to a local or a parameter, in the order of the source.</summary>
    public IReadOnlyList<IOperation> GetReferences(ISymbol symbol) =>
        _references.TryGetValue(symbol, out List<IOperation>? references) ? references : [];

    /// <summary>The declaration of a local.</summary>
    public IVariableDeclaratorOperation? GetDeclarator(ISymbol symbol) =>
        _declarators.TryGetValue(symbol, out IVariableDeclaratorOperation? declarator) ? declarator : null;

    private void Add(ISymbol symbol, IOperation reference)
    {
        if (!_references.TryGetValue(symbol, out List<IOperation>? references))
        {
            _references.Add(symbol, references = []);
        }

        references.Add(reference);
    }
}

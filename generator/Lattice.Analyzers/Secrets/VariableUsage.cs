using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets;

/// <summary>How often a method assigns and reads a variable.</summary>
internal readonly struct VariableUsage
{
    private VariableUsage(int assignments, int reads) => (Assignments, Reads) = (assignments, reads);

    public int Assignments { get; }

    public int Reads { get; }

    /// <param name="variable">A local variable or a parameter.</param>
    /// <param name="within">An operation of the method.</param>
    public static VariableUsage Of(ISymbol variable, IOperation within)
    {
        int assignments = 0;
        int reads = 0;
        SemanticModel? model = within.SemanticModel;
        if (model?.GetOperation(GetRoot(within.Syntax, model)) is not { } root)
        {
            return new VariableUsage(int.MaxValue, int.MaxValue);
        }

        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer: not null } declarator when Is(declarator.Symbol):
                    assignments++;
                    break;
                case ILocalReferenceOperation reference when Is(reference.Local):
                    Count(reference, ref assignments, ref reads);
                    break;
                case IParameterReferenceOperation reference when Is(reference.Parameter):
                    Count(reference, ref assignments, ref reads);
                    break;
                case IDeclarationPatternOperation pattern when Is(pattern.DeclaredSymbol):
                case IRecursivePatternOperation recursive when Is(recursive.DeclaredSymbol):
                    assignments++;
                    break;
            }
        }

        return new VariableUsage(assignments, reads);

        bool Is(ISymbol? symbol) => SymbolEqualityComparer.Default.Equals(symbol, variable);
    }

    private static void Count(IOperation reference, ref int assignments, ref int reads)
    {
        IOperation? parent = reference.Parent;
        while (parent is ITupleOperation or IDeclarationExpressionOperation)
        {
            parent = parent.Parent;
        }

        switch (parent)
        {
            case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Target, reference):
            case IDeconstructionAssignmentOperation:
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref }:
                assignments++;
                break;
            case ICompoundAssignmentOperation assignment when ReferenceEquals(assignment.Target, reference):
            case ICoalesceAssignmentOperation coalesce when ReferenceEquals(coalesce.Target, reference):
                assignments++;
                reads++;
                break;
            default:
                reads++;
                break;
        }
    }

    // The outermost syntax that is an operation: the body of the method, or the initializer of a field.
    private static SyntaxNode GetRoot(SyntaxNode syntax, SemanticModel model)
    {
        SyntaxNode root = syntax;
        for (SyntaxNode? current = syntax; current is not null; current = current.Parent)
        {
            if (model.GetOperation(current) is not null)
            {
                root = current;
            }
        }

        return root;
    }
}

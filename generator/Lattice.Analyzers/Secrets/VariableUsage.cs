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
    /// <param name="method">The method.</param>
    public static VariableUsage Of(ISymbol variable, IOperation method)
    {
        int assignments = 0;
        int reads = 0;
        foreach (IOperation operation in method.DescendantsAndSelf())
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
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

// Follows the uses of a variable that has the object, or an object around it.
internal sealed partial class ObjectFlow
{
    private const int MaxHolders = 32;

    private static readonly string[] s_harmlessMethods = ["ToString", "GetHashCode", "GetType", "Equals"];

    // Those of collections that do not return their elements.
    private static readonly string[] s_harmlessProperties = ["Count", "Length", "Keys", "IsCleared"];

    private void FollowVariable(ISymbol variable, ImmutableStack<IPropertySymbol?> path, IOperation? store, Holder? from)
    {
        // An object that contains itself would never end.
        IsUnordered |= _holders.Count == MaxHolders;
        if (IsUnordered || _holders.Any(known => known.IsSame(variable, path, store)))
        {
            return;
        }

        var holder = new Holder(variable, path, store, from, _locals.GetDeclarator(variable));
        _holders.Add(holder);
        IsUnordered |= _locals.HasGoto || variable is IParameterSymbol { RefKind: not RefKind.None } or ILocalSymbol { IsRef: true };
        foreach (IOperation reference in _locals.GetReferences(variable))
        {
            IsUnordered |= ExecutionOrder.GetFunction(reference) != _function;
            if (!holder.IsStoredBy(reference))
            {
                FollowReference(reference, path, holder);
            }
        }
    }

    private void FollowReference(IOperation reference, ImmutableStack<IPropertySymbol?> path, Holder holder)
    {
        IOperation current = reference;
        while (current.Parent is IPropertyReferenceOperation access && access.Instance == current)
        {
            if (path.IsEmpty)
            {
                AddWrite(access, holder);
                return;
            }

            path = path.Pop(out IPropertySymbol? next);
            if (next is null && !s_harmlessProperties.Contains(access.Property.Name))
            {
                // It may be this element or another one.
                _escapes.Add((access, holder));
                return;
            }

            if (!SymbolEqualityComparer.Default.Equals(access.Property, next))
            {
                return;
            }

            current = access;
        }

        FollowUse(current, path, holder);
    }

    /// <summary>Adds an assignment to a property of the object, if the access is one.</summary>
    private void AddWrite(IPropertyReferenceOperation access, Holder holder)
    {
        switch (access.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == access:
                _writes.Add(new ObjectWrite(access.Property, assignment.Value, assignment, holder));
                break;
            case ICoalesceAssignmentOperation assignment when assignment.Target == access:
                _writes.Add(new ObjectWrite(access.Property, null, assignment, holder));
                break;
            case ICompoundAssignmentOperation or IIncrementOrDecrementOperation or ITupleOperation:
            case IArgumentOperation { Parameter.RefKind: not RefKind.None }:
                _writes.Add(new ObjectWrite(access.Property, null, access, holder));
                break;
        }
    }

    private void FollowUse(IOperation value, ImmutableStack<IPropertySymbol?> path, Holder holder)
    {
        IOperation use = value;
        while (use.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            use = use.Parent;
        }

        switch (use.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == use:
                holder.Replacements.Add(assignment);
                return;
            case IInvocationOperation { TargetMethod: var method } call when call.Instance == use && IsHarmless(method, path):
            case ICoalesceAssignmentOperation coalesce when coalesce.Target == use:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand):
            case IIsPatternOperation { Pattern: IConstantPatternOperation }:
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation } }:
            case INameOfOperation:
                return;
            default:
                FollowValue(use, path, holder);
                return;
        }
    }

    /// <summary>Whether a method of the object does not change it, or changes only other elements of a list than the object.</summary>
    private static bool IsHarmless(IMethodSymbol method, ImmutableStack<IPropertySymbol?> path) =>
        s_harmlessMethods.Contains(method.Name) || (method.Name == "Add" && !path.IsEmpty && path.Peek() is null);

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    /// <summary>A variable that has the object, or an object around it.</summary>
    /// <param name="Store">The operation that puts it there; <see langword="null"/> if it is there from the start.</param>
    /// <param name="From">The variable that it was in before.</param>
    internal sealed record Holder(
        ISymbol Variable, ImmutableStack<IPropertySymbol?> Path, IOperation? Store, Holder? From, IOperation? Declaration)
    {
        /// <summary>The assignments of other objects.</summary>
        public List<IOperation> Replacements { get; } = [];

        public bool IsSame(ISymbol variable, ImmutableStack<IPropertySymbol?> path, IOperation? store) =>
            Store == store && SymbolEqualityComparer.Default.Equals(Variable, variable)
                && Path.SequenceEqual(path, SymbolEqualityComparer.Default);

        /// <summary>Whether the operation that stores the object uses this reference to do so.</summary>
        public bool IsStoredBy(IOperation reference) => Store switch
        {
            ISimpleAssignmentOperation assignment => assignment.Target.Syntax.Span.Contains(reference.Syntax.Span),
            IInvocationOperation { Instance: { } list } => list.Syntax.Span.Contains(reference.Syntax.Span),
            _ => false,
        };

        /// <summary>Whether the object is certainly still there when an operation reads it.</summary>
        public bool StillHasObjectAt(IOperation position) =>
            Store is null
            || (ExecutionOrder.IsBefore(Store, position)
                && !ExecutionOrder.AreExclusive(Store, position)
                && !ExecutionOrder.MayLeave(Store, position)
                && !Replacements.Any(replacement => ExecutionOrder.IsBefore(Store, replacement)
                    && ExecutionOrder.IsBeforeEndOf(replacement, position)
                    && !ExecutionOrder.AreExclusive(Store, replacement)));
    }
}

/// <summary>A call of an operation that gets an object.</summary>
/// <param name="Holder">The variable that it is read from; <see langword="null"/> if the object is created within the call.</param>
internal sealed record ObjectCall(IInvocationOperation Invocation, ObjectFlow.Holder? Holder);

/// <summary>An assignment to a property of an object.</summary>
/// <param name="Value">The value; <see langword="null"/> if it is not known.</param>
internal sealed record ObjectWrite(IPropertySymbol Property, IOperation? Value, IOperation Operation, ObjectFlow.Holder Holder);

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

// Follows the value of an expression outward.
internal sealed partial class ObjectFlow
{
    /// <param name="path">
    /// The properties that lead from the value to the object, the outermost first; <see langword="null"/> for the elements of a collection.
    /// </param>
    /// <param name="holder">The variable that the value was read from; <see langword="null"/> for the expression that creates the object.</param>
    private void FollowValue(IOperation value, ImmutableStack<IPropertySymbol?> path, Holder? holder)
    {
        ImmutableStack<IPropertySymbol?> inner = path;
        for (IOperation current = value; ;)
        {
            switch (current.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or ICoalesceOperation:
                    current = current.Parent;
                    continue;
                case IConditionalOperation conditional when current != conditional.Condition && conditional.Type is not null:
                    current = conditional;
                    continue;
                case ISwitchExpressionArmOperation { Parent: { } expression } arm when current == arm.Value:
                    current = expression;
                    continue;
                case IArrayInitializerOperation { Parent: IArrayCreationOperation array }:
                    (current, path) = (array, path.Push(null));
                    continue;
                case { } collection when CollectionElements.IsExpression(collection):
                    (current, path) = (collection, path.Push(null));
                    continue;
                case IArgumentOperation argument when GetInitializedCollection(argument) is { } creation:
                    (current, path) = (creation, path.Push(null));
                    continue;
                case ISimpleAssignmentOperation assignment when GetInitialized(assignment, current) is var (creation, property):
                    (current, path) = (creation, path.Push(property.IsIndexer ? null : property));
                    continue;
                case IExpressionStatementOperation:
                    return;
            }

            // A variable that gets the object itself from another one is an alias, which is not followed.
            Store(current, path, holder, isAlias: holder is not null && path == inner);
            return;
        }
    }

    /// <summary>The value goes where it can be read again: to a call, a variable, or other code.</summary>
    private void Store(IOperation value, ImmutableStack<IPropertySymbol?> path, Holder? holder, bool isAlias)
    {
        switch (value.Parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation call } when _types.IsOperation(call.TargetMethod):
                _calls.Add(new ObjectCall(call, holder));
                return;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", Instance: { } list } add }
                when CollectionElements.IsCollection(list.Type) && AccessPath.Of(list) is { } target:
                FollowVariable(target.Variable, target.Append(null, path), add, holder);
                return;
            case ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment
                when value == assignment.Value
                    && assignment.Target is IPropertyReferenceOperation property
                    && AccessPath.Of(property) is { } target:
                FollowVariable(target.Variable, target.Append(path), assignment, holder);
                return;
            case ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment
                when value == assignment.Value && !isAlias && AccessPath.Of(assignment.Target) is { } target:
                FollowVariable(target.Variable, path, assignment, holder);
                return;
            case IVariableInitializerOperation initializer when !isAlias && GetVariable(initializer) is { } variable:
                FollowVariable(variable, path, initializer, holder);
                return;
            default:
                _escapes.Add((value, holder));
                return;
        }
    }

    /// <summary>The variable with an initializer. In Visual Basic, a declaration has it, and not its declarator.</summary>
    private static ISymbol? GetVariable(IVariableInitializerOperation initializer) => initializer.Parent switch
    {
        IVariableDeclaratorOperation declarator => declarator.Symbol,
        IVariableDeclarationOperation { Declarators: { Length: 1 } declarators } => declarators[0].Symbol,
        _ => null,
    };

    /// <summary>The collection whose initializer adds an argument.</summary>
    private static IObjectCreationOperation? GetInitializedCollection(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { Parent: IObjectOrCollectionInitializerOperation initializer }
            ? initializer.Parent as IObjectCreationOperation
            : null;

    /// <summary>The object whose initializer contains an assignment, and the property that is assigned.</summary>
    private (IObjectCreationOperation, IPropertySymbol)? GetInitialized(ISimpleAssignmentOperation assignment, IOperation value) =>
        assignment is
        {
            Target: IPropertyReferenceOperation { Property: var property },
            Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation },
        }
        && value == assignment.Value
        && (_types.IsParams(creation.Type) || CollectionElements.IsCollection(creation.Type))
            ? (creation, property)
            : null;
}

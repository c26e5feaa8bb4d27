using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>The elements of a collection that an expression creates.</summary>
internal static class CollectionElements
{
    // Collection expressions have a kind since Roslyn 4.9, and none in 4.8, which this assembly is compiled with.
    private const OperationKind CollectionExpression = (OperationKind)127;

    /// <summary>
    /// The elements of an array, a collection expression, or a collection with an initializer, without spread elements; the values of a
    /// dictionary. <see langword="null"/> if the expression does not create a collection.
    /// </summary>
    public static IEnumerable<IOperation>? Of(IOperation value) => value switch
    {
        IArrayCreationOperation array => array.Initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty,
        IObjectCreationOperation creation when IsCollection(creation.Type) =>
            creation.GetInitializers().Select(GetAdded).OfType<IOperation>(),
        _ when IsExpression(value) => value.ChildOperations.Where(element => element.Type is not null),
        _ => null,
    };

    /// <summary>The members of the initializer of an object, or the elements of that of a collection.</summary>
    public static ImmutableArray<IOperation> GetInitializers(this IObjectCreationOperation creation) =>
        creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty;

    /// <summary>Whether an operation is a collection expression, such as <c>[a, b]</c>.</summary>
    public static bool IsExpression(IOperation operation) =>
        operation.Kind is OperationKind.None or CollectionExpression && IsCollection(operation.Type);

    /// <summary>Whether a type has elements. A string has none that can be set.</summary>
    public static bool IsCollection(ITypeSymbol? type) =>
        type is IArrayTypeSymbol
        || (type is { SpecialType: not SpecialType.System_String }
            && (IsEnumerable(type) || type.AllInterfaces.Any(implemented => IsEnumerable(implemented))));

    /// <summary>The last argument of the <c>Add</c> that an element of an initializer calls, or the value of an entry.</summary>
    private static IOperation? GetAdded(IOperation element) => element switch
    {
        IInvocationOperation { Arguments: { Length: > 0 } arguments } => arguments[arguments.Length - 1].Value,
        ISimpleAssignmentOperation entry => entry.Value,
        _ => null,
    };

    private static bool IsEnumerable(ITypeSymbol type) => type.SpecialType == SpecialType.System_Collections_IEnumerable;
}

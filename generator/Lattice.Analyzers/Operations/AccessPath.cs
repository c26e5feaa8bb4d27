using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>A local or a parameter, or properties of it: <c>parameters.Components.Payments</c>.</summary>
/// <param name="Properties">The properties, the outermost first; <see langword="null"/> for the elements of a collection.</param>
internal sealed record AccessPath(ISymbol Variable, ImmutableArray<IPropertySymbol?> Properties)
{
    /// <summary>The object itself.</summary>
    public static ImmutableStack<IPropertySymbol?> None => ImmutableStack<IPropertySymbol?>.Empty;

    /// <returns><see langword="null"/> if the expression is anything else.</returns>
    public static AccessPath? Of(IOperation? operation)
    {
        Stack<IPropertySymbol?> properties = [];
        while (operation is IPropertyReferenceOperation { Instance: { } instance, Property: var property })
        {
            properties.Push(property.IsIndexer ? null : property);
            operation = instance;
        }

        return operation switch
        {
            ILocalReferenceOperation local => new AccessPath(local.Local, properties.ToImmutableArray()),
            IParameterReferenceOperation parameter => new AccessPath(parameter.Parameter, properties.ToImmutableArray()),
            _ => null,
        };
    }

    /// <summary>The path to an object within the one of this path.</summary>
    public ImmutableStack<IPropertySymbol?> Append(ImmutableStack<IPropertySymbol?> inner)
    {
        for (int i = Properties.Length - 1; i >= 0; i--)
        {
            inner = inner.Push(Properties[i]);
        }

        return inner;
    }

    /// <summary>The path to an object within a property of the one of this path.</summary>
    public ImmutableStack<IPropertySymbol?> Append(IPropertySymbol? property, ImmutableStack<IPropertySymbol?> inner) =>
        Append(inner.Push(property!));
}

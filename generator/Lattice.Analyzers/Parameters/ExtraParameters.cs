using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Parameters;

/// <summary>What the options of a call send besides the parameters object: <c>StripeRequestOptions.ExtraParameters</c>.</summary>
internal static class ExtraParameters
{
    private const int MaxDepth = 8;

    /// <summary>The properties that the options of the call do not send instead.</summary>
    public static IEnumerable<string> Without(
        IInvocationOperation call, StripeTypes types, ITypeSymbol? type, IEnumerable<string> properties)
    {
        IOperation? options = call.Arguments
            .FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter?.Type, types.RequestOptions))?.Value;
        HashSet<string> names = [];
        return options is not null && !TryAddNames(options, names, depth: 0)
            ? []
            : properties.Where(name => type?.GetMembers(name).FirstOrDefault() is IPropertySymbol property
                && !names.Contains(ParameterSchemas.GetWireName(property)));
    }

    /// <summary>Adds the names of the parameters, without their brackets: <c>a</c> and <c>b</c> for <c>a[b]</c>.</summary>
    /// <returns>Whether all are known.</returns>
    private static bool TryAddNames(IOperation options, HashSet<string> names, int depth) =>
        depth < MaxDepth && PossibleValues.Of(options).All(possible => ParameterValue.WithoutConversions(possible) switch
        {
            IObjectCreationOperation creation =>
                creation.Arguments.All(argument => TryAddNames(argument.Value, names, depth + 1))
                && creation.GetInitializers().All(member => TryAddFromMember(member, names)),
            ILocalReferenceOperation local => GetValues(local).All(value => TryAddNames(value, names, depth + 1)),
            // What a caller adds does not replace what the method itself should send.
            IParameterReferenceOperation or IDefaultValueOperation => true,
            var value => value.ConstantValue is { HasValue: true, Value: null },
        });

    /// <summary>The values that a local gets.</summary>
    private static IEnumerable<IOperation> GetValues(ILocalReferenceOperation local)
    {
        var locals = Locals.Of(local);
        if (locals.GetDeclarator(local.Local) is { } declarator && declarator.GetVariableInitializer() is { Value: var initial })
        {
            yield return initial;
        }

        foreach (IOperation reference in locals.GetReferences(local.Local))
        {
            if (reference.Parent is IAssignmentOperation assignment && assignment.Target == reference)
            {
                yield return assignment.Value;
            }
        }
    }

    private static bool TryAddFromMember(IOperation member, HashSet<string> names)
    {
        if (member is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "ExtraParameters" } } assignment)
        {
            return true;
        }

        IOperation value = ParameterValue.WithoutConversions(assignment.Value);
        return ParameterValue.IsUnset(value)
            || (value is IObjectCreationOperation { Arguments.IsEmpty: true } dictionary
                && dictionary.GetInitializers().All(entry => TryAddKey(entry, names)));
    }

    private static bool TryAddKey(IOperation entry, HashSet<string> names)
    {
        ImmutableArray<IArgumentOperation> arguments = entry switch
        {
            IInvocationOperation add => add.Arguments,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation indexer } => indexer.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        if (arguments.FirstOrDefault()?.Value.ConstantValue is not { HasValue: true, Value: string key })
        {
            return false;
        }

        names.UnionWith(key.Split('[', ']'));
        return true;
    }
}

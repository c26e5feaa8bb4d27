using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>Whether a value that is assigned to a parameter sets it. Null leaves it unset.</summary>
internal static class ParameterValue
{
    /// <summary>Whether the value is certainly null or the default of its type, so that nothing is sent.</summary>
    public static bool IsUnset(IOperation value) => PossibleValues.Of(value).All(possible =>
    {
        IOperation inner = WithoutConversions(possible);
        return possible.ConstantValue is { HasValue: true, Value: null }
            || inner.ConstantValue is { HasValue: true, Value: null }
            // The default of a long is 0, which is sent; the default of a Clearable<T> is not.
            || (inner is IDefaultValueOperation && (inner.Type is not { IsValueType: true }
                || IsNullable(inner.Type) || SymbolEqualityComparer.Default.Equals(inner.Type, value.Type)));
    });

    /// <summary>
    /// Whether something is certainly sent for the value. It is not for what may be null, for an empty list, or for an object of which
    /// nothing is set; what clears a parameter does not set it either.
    /// </summary>
    public static bool IsSet(IOperation value, StripeTypes types) => WithoutConversions(value) switch
    {
        ICoalesceOperation coalesce => IsSet(coalesce.WhenNull, types),
        var inner => PossibleValues.Of(inner).All(possible => possible == inner ? IsSetCore(inner, types) : IsSet(possible, types)),
    };

    /// <summary>The operand of conversions, including those that an operator of a type defines.</summary>
    public static IOperation WithoutConversions(IOperation value)
    {
        while (value is IConversionOperation or IParenthesizedOperation)
        {
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        }

        return value;
    }

    private static bool IsSetCore(IOperation value, StripeTypes types) => value switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => constant is not (null or ""),
        IDefaultValueOperation => false,
        IObjectCreationOperation creation when types.IsParams(creation.Type) => creation.GetInitializers()
            .OfType<ISimpleAssignmentOperation>().Any(assignment => IsSet(assignment.Value, types)),
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Clear" or "Cleared" } } => false,
        _ when CollectionElements.Of(value) is { } elements => elements.Any(),
        _ => IsNeverNull(value, types),
    };

    private static bool IsNeverNull(IOperation value, StripeTypes types) => value switch
    {
        IObjectCreationOperation or IInterpolatedStringOperation => true,
        // The default of these structs is no value.
        { Type: { IsValueType: true } type } when types.CanBeUnset(type) => false,
        { Type: { IsValueType: true } type } when !IsNullable(type) => true,
        { Type: not null, SemanticModel: { } model } =>
            model.GetTypeInfo(value.Syntax).Nullability.FlowState == NullableFlowState.NotNull,
        _ => false,
    };

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}

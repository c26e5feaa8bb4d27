using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>What becomes of the <c>Value</c> of a result that may be null.</summary>
internal enum ValueConsumer
{
    /// <summary>It is used in a way that <see cref="ValueUses"/> judges, or not at all.</summary>
    Uses,

    /// <summary>It is compared with null, or given to code that may do that.</summary>
    Checks,

    /// <summary>It is written or sent as if there were no failure.</summary>
    Hides,
}

/// <summary>Finds what becomes of the <c>Value</c> of a result.</summary>
internal sealed class ValueConsumers(Locals locals)
{
    // A copy can be copied again.
    private const int MaxDepth = 4;

    public ValueConsumer GetConsumer(IPropertyReferenceOperation value) => GetConsumer(value, isMember: false, MaxDepth);

    /// <param name="isMember">Whether it is a member that is null if the value is: <c>result.Value?.Url</c>.</param>
    private ValueConsumer GetConsumer(IOperation value, bool isMember, int depth)
    {
        (IOperation whole, IOperation? parent) = value.GetWhole();
        switch (parent)
        {
            case IConditionalAccessOperation access:
                return GetConsumer(access, isMember: true, depth);
            case IConditionalOperation conditional when conditional.Condition != whole:
                return GetConsumer(conditional, isMember, depth);
            case IMemberReferenceOperation member when member.Instance == whole:
            case IInvocationOperation call when call.Instance == whole:
            case IReturnOperation when !isMember:
                return ValueConsumer.Uses;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } copy } } when depth > 0:
                return GetConsumerOfCopy(copy, isMember, depth - 1);
            case IArgumentOperation argument:
                return GetConsumer(argument, isMember);
            case IArrayInitializerOperation { Parent: IArrayCreationOperation { Parent: IArgumentOperation argument } }
                when argument.ArgumentKind == ArgumentKind.ParamArray:
                return GetConsumer(argument, isMember);
            case IInterpolationOperation or IExpressionStatementOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }:
            case ISimpleAssignmentOperation { Target: IDiscardOperation }:
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType.IsAnonymousType: true } }:
                return ValueConsumer.Hides;
            default:
                return ValueConsumer.Checks;
        }
    }

    private ValueConsumer GetConsumerOfCopy(ILocalSymbol copy, bool isMember, int depth)
    {
        ValueConsumer[] consumers = [.. locals.GetReads(copy).Select(read => GetConsumer(read, isMember, depth))];
        return consumers.Contains(ValueConsumer.Checks) ? ValueConsumer.Checks
            : consumers.Contains(ValueConsumer.Hides) ? ValueConsumer.Hides
            : ValueConsumer.Uses;
    }

    private static ValueConsumer GetConsumer(IArgumentOperation argument, bool isMember)
    {
        if (argument.Parameter is not { } parameter
            || parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "NotNullAttribute" or "DoesNotReturnIfAttribute"))
        {
            return ValueConsumer.Checks;
        }

        if (argument.Parent is IInvocationOperation call && Writes(call.TargetMethod))
        {
            return ValueConsumer.Hides;
        }

        ITypeSymbol type = parameter.OriginalDefinition.Type;
        bool canBeNull = type.NullableAnnotation == NullableAnnotation.Annotated || type.TypeKind == TypeKind.TypeParameter
            || type.SpecialType == SpecialType.System_Object || type.IsValueType;
        return canBeNull ? ValueConsumer.Checks
            : !isMember ? ValueConsumer.Uses
            : type.NullableAnnotation == NullableAnnotation.NotAnnotated ? ValueConsumer.Hides
            : ValueConsumer.Checks;
    }

    /// <summary>Whether a method of .NET or of a logger writes or sends what it gets, null or not.</summary>
    private static bool Writes(IMethodSymbol method)
    {
        string containingNamespace = method.ContainingNamespace?.ToDisplayString() ?? "";
        return containingNamespace.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || containingNamespace is "Microsoft.Extensions.Logging" or "Serilog"
            || (containingNamespace == "System.Text.Json" && method.Name.StartsWith("Serialize", StringComparison.Ordinal))
            || (containingNamespace == "System" && method.ContainingType.Name == "Console");
    }
}

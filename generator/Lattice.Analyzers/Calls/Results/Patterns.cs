using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>What a pattern says about results if it matches, and if it does not.</summary>
internal static class Patterns
{
    /// <returns><see langword="null"/> if the pattern cannot have this outcome.</returns>
    public static ResultState? Assume(Conditions conditions, ResultState state, Subject subject, IPatternOperation pattern, bool outcome)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return Assume(conditions, state, subject, negated.Pattern, !outcome);
            case IBinaryPatternOperation binary:
                return AssumeBinary(conditions, state, subject, binary, outcome);
            case IDiscardPatternOperation:
                return outcome ? state : null;
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
                return AssumeNull(conditions, state, subject, outcome);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool isTrue } }:
                return AssumeTrue(conditions, state, subject, isTrue == outcome);
            case IDeclarationPatternOperation { MatchesNull: true } declaration:
                return outcome ? Declare(conditions, state, subject, declaration.DeclaredSymbol) : null;
            case IDeclarationPatternOperation declaration:
                return AssumeType(conditions, state, subject, declaration.MatchedType, outcome) is { } next
                    ? outcome ? Declare(conditions, next, subject, declaration.DeclaredSymbol) : next
                    : null;
            case ITypePatternOperation type:
                return AssumeType(conditions, state, subject, type.MatchedType, outcome);
            case IRecursivePatternOperation recursive:
                return AssumeRecursive(conditions, state, subject, recursive, outcome);
            default:
                return state;
        }
    }

    private static ResultState? AssumeBinary(
        Conditions conditions, ResultState state, Subject subject, IBinaryPatternOperation binary, bool outcome)
    {
        bool areBoth = (binary.OperatorKind == BinaryOperatorKind.And) == outcome;
        ResultState? left = Assume(conditions, state, subject, binary.LeftPattern, areBoth ? outcome : !outcome);
        ResultState? both = left is null ? null : Assume(conditions, left, subject, binary.RightPattern, outcome);
        return areBoth ? both : ResultState.Join(Assume(conditions, state, subject, binary.LeftPattern, outcome), both);
    }

    private static ResultState? AssumeRecursive(
        Conditions conditions, ResultState state, Subject subject, IRecursivePatternOperation recursive, bool outcome)
    {
        Variables variables = conditions.Variables;
        (Subject Subject, IPatternOperation Pattern)[] parts =
        [
            .. recursive.DeconstructionSubpatterns.Select((pattern, index) => (subject.GetElement(index, variables), pattern)),
            .. recursive.PropertySubpatterns.Select(part => (subject.GetMember(part.Member, variables), part.Pattern)),
        ];

        // It does not match if the value is null or has another type, or if one of the parts does not match.
        ResultState? mismatch = AssumeType(conditions, state, subject, recursive.MatchedType, outcome: false);
        ResultState? match = AssumeType(conditions, state, subject, recursive.MatchedType, outcome: true);
        foreach ((Subject part, IPatternOperation pattern) in parts)
        {
            if (match is not null)
            {
                mismatch = ResultState.Join(mismatch, Assume(conditions, match, part, pattern, outcome: false));
                match = Assume(conditions, match, part, pattern, outcome: true);
            }
        }

        return !outcome ? mismatch : match is null ? null : Declare(conditions, match, subject, recursive.DeclaredSymbol);
    }

    /// <summary>The value is not null and has a type, or it does not.</summary>
    private static ResultState? AssumeType(Conditions conditions, ResultState state, Subject subject, ITypeSymbol? type, bool outcome)
    {
        if (outcome)
        {
            return subject.CanBeNull ? AssumeNull(conditions, state, subject, isNull: false) : state;
        }

        bool isSameType = StripeTypes.AreSame(subject.Type, type)
            || subject.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        return !isSameType ? state : subject.CanBeNull ? AssumeNull(conditions, state, subject, isNull: true) : null;
    }

    /// <summary>A variable of a pattern gets the value.</summary>
    private static ResultState Declare(Conditions conditions, ResultState state, Subject subject, ISymbol? symbol)
    {
        if (symbol is null || conditions.Variables.FindLocal(symbol) is not { } variable)
        {
            return state;
        }

        ResultState next = state.Clear(variable, number => conditions.Variables.IsWithin(number, variable));
        if (conditions.Variables.Sources.Types.IsResult(subject.Type))
        {
            return subject.Variable is { } result ? next.Assign(variable, state.Facts[result]) : next;
        }

        if (subject is { Owner: { } owner, Member: "Value" })
        {
            next = next.WithCopy(variable, owner);
        }

        return subject.CanBeNull
            ? next.WithSplit(
                variable,
                AssumeNull(conditions, next, subject, isNull: false)?.Facts,
                AssumeNull(conditions, next, subject, isNull: true)?.Facts)
            : next.WithSplit(
                variable,
                AssumeTrue(conditions, next, subject, outcome: true)?.Facts,
                AssumeTrue(conditions, next, subject, outcome: false)?.Facts);
    }

    private static ResultState? AssumeNull(Conditions conditions, ResultState state, Subject subject, bool isNull) =>
        subject.Expression is { } expression
            ? conditions.AssumeNull(state, expression, isNull)
            : Conditions.AssumeNull(state, subject, isNull);

    private static ResultState? AssumeTrue(Conditions conditions, ResultState state, Subject subject, bool outcome) =>
        subject.Expression is { } expression ? conditions.Assume(state, expression, outcome) : Conditions.Assume(state, subject, outcome);
}

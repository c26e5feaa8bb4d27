using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>
/// What a pattern looks at: an expression, or a member of what an outer pattern looks at, such as <c>Value</c> in
/// <c>result is { Value: var value }</c>.
/// </summary>
internal readonly struct Subject
{
    private Subject(IOperation? expression, ITypeSymbol? type, int? owner, string? member, int? variable)
    {
        Expression = expression;
        Type = type;
        Owner = owner;
        Member = member;
        Variable = variable;
    }

    /// <summary>The expression; <see langword="null"/> for a member.</summary>
    public IOperation? Expression { get; }

    public ITypeSymbol? Type { get; }

    /// <summary>The result that it is a member of.</summary>
    public int? Owner { get; }

    /// <summary>The name of the member of <see cref="Owner"/>.</summary>
    public string? Member { get; }

    /// <summary>The number of the variable or result that it is.</summary>
    public int? Variable { get; }

    /// <summary>Whether it is a variable that no other method changes.</summary>
    public bool IsStable { get; private init; }

    /// <summary>Whether it can be null, so that a pattern of an object also tests for that.</summary>
    public bool CanBeNull => Type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    public static Subject Unknown(ITypeSymbol? type) => new(expression: null, type, owner: null, member: null, variable: null);

    public static Subject Of(IOperation expression, Variables variables)
    {
        IOperation resolved = variables.Resolve(expression);
        int? variable = variables.FindResult(resolved) ?? variables.FindVariable(resolved);
        bool isStable = resolved is ILocalReferenceOperation or IParameterReferenceOperation
            && variable is { } number && !variables.IsShared(number);
        return resolved is IPropertyReferenceOperation property && variables.FindResult(property.Instance) is { } owner
            ? new Subject(expression, resolved.Type, owner, property.Property.Name, variable: null)
            : new Subject(
                expression,
                resolved.Type,
                owner: null,
                member: null,
                variable)
            {
                IsStable = isStable,
            };
    }

    /// <summary>A member of it, to which an inner pattern applies.</summary>
    public Subject GetMember(IOperation member, Variables variables)
    {
        if (Variable is not { } variable || member is not IMemberReferenceOperation reference)
        {
            return Unknown(member.Type);
        }

        return variables.Sources.Types.IsResult(Type)
            ? new Subject(expression: null, member.Type, variable, reference.Member.Name, variable: null)
            : new Subject(expression: null, member.Type, owner: null, member: null, variables.FindMember(variable, reference.Member));
    }

    /// <summary>An element of a tuple that is written at this place: <c>(result.IsSuccess, other) is (true, _)</c>.</summary>
    public Subject GetElement(int index, Variables variables) =>
        Expression is { } expression && variables.Resolve(expression) is ITupleOperation tuple && index < tuple.Elements.Length
            ? Of(tuple.Elements[index], variables)
            : Unknown(type: null);
}

using Lattice.Analyzers.Operations;
using Lattice.Analyzers.Secrets.Flow;
using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Secrets;

/// <summary>What a debugger shows of an object: the expressions in the text of <c>[DebuggerDisplay]</c>.</summary>
internal static class DebuggerText
{
    /// <summary>The secret that the attribute of a type reveals.</summary>
    public static ISymbol? FindRevealed(AttributeData attribute, INamedTypeSymbol type, StripeTypes types) =>
        GetExpressions(attribute)
            .Where(expression => expression.EndsWith(".Reveal()", StringComparison.Ordinal))
            .SelectMany(expression => type.GetMembers(expression.Split('.', '?', '!')[0]))
            .FirstOrDefault(member => GetType(member) is { } memberType
                && (SecretTypes.IsSecret(memberType, types) || memberType.Is("Lattice.Stripe.StripeObject")));

    /// <summary>Whether a debugger shows what a method or property of a type returns.</summary>
    public static bool Shows(ISymbol member) => member.ContainingType is { } type
        && type.GetAttributes().SelectMany(GetExpressions).Any(expression => expression == member.Name || expression == member.Name + "()");

    private static ITypeSymbol? GetType(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    /// <summary>The expressions in braces, without a format such as <c>,nq</c>.</summary>
    private static IEnumerable<string> GetExpressions(AttributeData attribute)
    {
        if (!attribute.AttributeClass.Is("System.Diagnostics.DebuggerDisplayAttribute")
            || attribute.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Primitive, Value: string text })
        {
            yield break;
        }

        for (int start = text.IndexOf('{'); start >= 0; start = text.IndexOf('{', start + 1))
        {
            int end = text.IndexOf('}', start);
            if (end < 0)
            {
                yield break;
            }

            yield return text.Substring(start + 1, end - start - 1).Split(',')[0].Trim();
        }
    }
}

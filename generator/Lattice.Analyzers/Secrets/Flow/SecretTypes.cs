using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>Recognizes secrets and what reveals them.</summary>
internal static class SecretTypes
{
    /// <summary>Whether a method is <c>SecretString.Reveal()</c>.</summary>
    public static bool IsReveal(IMethodSymbol method, StripeTypes types) =>
        method is { Name: "Reveal", IsStatic: false } && SymbolEqualityComparer.Default.Equals(method.ContainingType, types.Secret);

    /// <summary>Whether a property is a secret of an object that Stripe returned, such as <c>AccountLink.Url</c>.</summary>
    /// <remarks>Those of the app itself, such as its API key, belong to the process: a static field is a good place for them.</remarks>
    public static bool IsSecretOfResource(IPropertySymbol property, StripeTypes types) =>
        IsSecret(property.Type, types) && property.ContainingType.Is("Lattice.Stripe.StripeObject");

    /// <summary>Whether a type is <c>SecretString</c> or <c>SecretString?</c>.</summary>
    public static bool IsSecret(ITypeSymbol type, StripeTypes types) => SymbolEqualityComparer.Default.Equals(
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type,
        types.Secret);
}

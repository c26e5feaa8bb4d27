using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Operations;

/// <summary>The types of Lattice.Runtime in a compilation.</summary>
internal sealed class StripeTypes
{
    private const string Namespace = "Lattice.Stripe.";

    private StripeTypes(Compilation compilation, INamedTypeSymbol paramsType)
    {
        Params = paramsType;
        Client = Find(compilation, "IStripeClient");
        ConcreteClient = Find(compilation, "StripeClient");
        Enum = Find(compilation, "StripeEnum`1");
        ClearableEnum = Find(compilation, "ClearableEnum`1");
        Secret = Find(compilation, "SecretString");
        Result = Find(compilation, "StripeResult`1");
        RequestOptions = Find(compilation, "StripeRequestOptions");
        Resource = Find(compilation, "StripeResource");
        Operation = Find(compilation, "StripeOperation`2");
        Error = Find(compilation, "StripeError");
        Exception = Find(compilation, "StripeException");
        CanceledException = Find(compilation, "StripeCanceledException");
    }

    /// <summary><c>StripeParams</c>, the base class of all parameters.</summary>
    public INamedTypeSymbol Params { get; }

    /// <summary><c>IStripeClient</c>.</summary>
    public INamedTypeSymbol? Client { get; }

    /// <summary><c>StripeClient</c>.</summary>
    public INamedTypeSymbol? ConcreteClient { get; }

    /// <summary><c>StripeEnum&lt;TValues&gt;</c>.</summary>
    public INamedTypeSymbol? Enum { get; }

    /// <summary><c>ClearableEnum&lt;TValues&gt;</c>.</summary>
    public INamedTypeSymbol? ClearableEnum { get; }

    /// <summary><c>SecretString</c>.</summary>
    public INamedTypeSymbol? Secret { get; }

    /// <summary><c>StripeResult&lt;T&gt;</c>.</summary>
    public INamedTypeSymbol? Result { get; }

    /// <summary><c>StripeRequestOptions</c>.</summary>
    public INamedTypeSymbol? RequestOptions { get; }

    /// <summary><c>StripeResource</c>, the base class of what operations return.</summary>
    public INamedTypeSymbol? Resource { get; }

    /// <summary><c>StripeOperation&lt;TParams, TResource&gt;</c>.</summary>
    public INamedTypeSymbol? Operation { get; }

    /// <summary><c>StripeError</c>.</summary>
    public INamedTypeSymbol? Error { get; }

    /// <summary><c>StripeException</c>.</summary>
    public INamedTypeSymbol? Exception { get; }

    /// <summary><c>StripeCanceledException</c>.</summary>
    public INamedTypeSymbol? CanceledException { get; }

    /// <returns><see langword="null"/> if the compilation does not reference Lattice.Runtime, so that there is nothing to analyze.</returns>
    public static StripeTypes? Find(Compilation compilation) =>
        Find(compilation, "StripeParams") is { } paramsType ? new StripeTypes(compilation, paramsType) : null;

    /// <summary>Whether a method is an operation of the SDK, such as <c>AccountLink.CreateAsync</c>.</summary>
    public bool IsOperation(IMethodSymbol method) =>
        method.IsStatic && method.Parameters.Length > 0 && AreSame(method.Parameters[0].Type, Client);

    /// <summary>Whether a type is a class of parameters: those of an operation, or an object within them.</summary>
    public bool IsParams(ITypeSymbol? type) => IsOrDerivesFrom(type, Params);

    /// <summary>Whether a type is a <c>StripeResult&lt;T&gt;</c>.</summary>
    public bool IsResult(ITypeSymbol? type) => type is INamedTypeSymbol named && AreSame(named.OriginalDefinition, Result);

    /// <summary>The class with the known values of an open enum; <see langword="null"/> if the type is none.</summary>
    public INamedTypeSymbol? GetKnownValues(ITypeSymbol? type) =>
        (As(type, Enum) ?? As(type, ClearableEnum))?.TypeArguments[0] as INamedTypeSymbol;

    /// <summary>The type without <c>Nullable&lt;T&gt;</c>, if its definition is the one given.</summary>
    private static INamedTypeSymbol? As(ITypeSymbol? type, INamedTypeSymbol? definition)
    {
        ITypeSymbol? underlying = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
        return underlying is INamedTypeSymbol named && AreSame(named.OriginalDefinition, definition) ? named : null;
    }

    public static bool IsOrDerivesFrom(ITypeSymbol? type, INamedTypeSymbol? baseType)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (AreSame(current, baseType))
            {
                return true;
            }
        }

        return false;
    }

    public static bool AreSame(ISymbol? symbol, ISymbol? other) => SymbolEqualityComparer.Default.Equals(symbol, other);

    private static INamedTypeSymbol? Find(Compilation compilation, string name) => compilation.GetTypeByMetadataName(Namespace + name);
}

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
        ClientOptions = Find(compilation, "StripeClientOptions");
        Clearable = Find(compilation, "Clearable`1");
        ClearableSecret = Find(compilation, "ClearableSecret");
        Schema = Find(compilation, "StripeSchemaAttribute");
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

    /// <summary><c>StripeClientOptions</c>.</summary>
    public INamedTypeSymbol? ClientOptions { get; }

    /// <summary><c>Clearable&lt;T&gt;</c>.</summary>
    public INamedTypeSymbol? Clearable { get; }

    /// <summary><c>ClearableSecret</c>.</summary>
    public INamedTypeSymbol? ClearableSecret { get; }

    /// <summary><c>StripeSchemaAttribute</c>.</summary>
    public INamedTypeSymbol? Schema { get; }

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

    /// <summary>
    /// Whether a method is an operation of the SDK, such as <c>AccountLink.CreateAsync</c>: a static method with a client, next to the
    /// descriptor that it sends, such as <c>CreateOperation</c>. A caller's own method may have the same parameters.
    /// </summary>
    public bool IsOperation(IMethodSymbol method) =>
        method.IsStatic
        && method.Parameters.Length > 0
        && AreSame(method.Parameters[0].Type, Client)
        && GetOperationNames(method.Name).Any(name => !method.ContainingType.GetMembers(name).IsEmpty);

    /// <summary><c>ListOperation</c> for <c>ListAsync</c>, <c>TryListAsync</c>, and <c>ListAllAsync</c>.</summary>
    private static IEnumerable<string> GetOperationNames(string method)
    {
        const string Suffix = "Async", Try = "Try", All = "All";
        if (method.EndsWith(Suffix, StringComparison.Ordinal))
        {
            int start = method.StartsWith(Try, StringComparison.Ordinal) ? Try.Length : 0;
            string name = method.Substring(start, Math.Max(0, method.Length - start - Suffix.Length));
            yield return name + "Operation";
            if (name.IndexOf(All, StringComparison.Ordinal) is var all and > 0)
            {
                yield return name.Remove(all, All.Length) + "Operation";
            }
        }
    }

    /// <summary>Whether a type is a class of parameters: those of an operation, or an object within them.</summary>
    public bool IsParams(ITypeSymbol? type) => IsOrDerivesFrom(type, Params);

    /// <summary>Whether a type has the options of a call or of a client.</summary>
    public bool IsOptions(ITypeSymbol type) => AreSame(type, RequestOptions) || AreSame(type, ClientOptions);

    /// <summary>
    /// Whether the default of a struct is the absence of a value: that of a secret, an open enum, or a clearable parameter.
    /// </summary>
    public bool CanBeUnset(ITypeSymbol type) =>
        AreSame(type, Secret)
        || AreSame(type, ClearableSecret)
        || AreSame(type.OriginalDefinition, Clearable)
        || GetKnownValues(type) is not null;

    /// <summary>Whether a type is a <c>StripeResult&lt;T&gt;</c>.</summary>
    public bool IsResult(ITypeSymbol? type) => type is INamedTypeSymbol named && AreSame(named.OriginalDefinition, Result);

    /// <summary>The class with the known values of an open enum; <see langword="null"/> for any other type.</summary>
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

using Lattice.Stripe;

namespace Lattice.Conformance.Calls;

/// <summary>
/// Tracks which emitted types the checks have used. A type without a sample value has not been checked, so a gap in the sample values
/// must not look like a success.
/// </summary>
internal sealed class CoveredTypes
{
    private readonly HashSet<Type> _covered = [];

    /// <summary>Adds a type. For an open enum, that is the class with its values.</summary>
    public void Add(Type type) => _covered.Add(OpenEnums.IsOpenEnum(type) ? type.GetGenericArguments()[0] : type);

    public IEnumerable<Type> FindUncovered(IEnumerable<Type> emitted) => emitted
        .Where(type => type.IsSubclassOf(typeof(StripeEnumValues)) || (!type.IsAbstract && (IsResponse(type) || IsParameter(type))))
        .Where(type => !_covered.Contains(type))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    public static bool IsResponse(Type type) => typeof(StripeObject).IsAssignableFrom(type);

    private static bool IsParameter(Type type) => typeof(StripeParams).IsAssignableFrom(type) || type.BaseType?.Name == "FormUnion";
}

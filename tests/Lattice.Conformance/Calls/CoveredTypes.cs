using Lattice.Stripe;

namespace Lattice.Conformance.Calls;

/// <summary>
/// Tracks which emitted types the checks have used. A type without a sample value has not been checked, so a gap in the sample values
/// must not look like a success.
/// </summary>
internal sealed class CoveredTypes
{
    private readonly HashSet<Type> _covered = [];

    public void Add(Type type) => _covered.Add(type);

    public IEnumerable<Type> FindUncovered(IEnumerable<Type> emitted) => emitted
        .Where(type => !type.IsAbstract && (IsResponse(type) || IsParameter(type) || OpenEnums.IsOpenEnum(type)))
        .Where(type => !_covered.Contains(type))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    public static bool IsResponse(Type type) => typeof(StripeObject).IsAssignableFrom(type);

    private static bool IsParameter(Type type) => typeof(StripeParams).IsAssignableFrom(type) || type.BaseType?.Name == "FormUnion";
}

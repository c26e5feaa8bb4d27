using Lattice.Stripe;

namespace Lattice.Conformance.Calls;

/// <summary>
/// Which emitted types the checks have met. A type that no made value leads to is one that nothing is known of: without
/// this, a hole in the making of values would look like a success.
/// </summary>
internal sealed class SeenTypes
{
    private readonly HashSet<Type> _seen = [];

    public void Add(Type type) => _seen.Add(type);

    public IEnumerable<Type> FindUnseen(IEnumerable<Type> emitted) => emitted
        .Where(type => !type.IsAbstract && (IsResponse(type) || IsParameter(type) || KnownValues.IsEnum(type)) && !_seen.Contains(type))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    public static bool IsResponse(Type type) => typeof(StripeObject).IsAssignableFrom(type);

    private static bool IsParameter(Type type) => typeof(StripeParams).IsAssignableFrom(type) || type.BaseType?.Name == "FormUnion";
}

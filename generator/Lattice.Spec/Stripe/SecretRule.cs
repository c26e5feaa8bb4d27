namespace Lattice.Spec.Stripe;

/// <summary>The direction in which a string is a secret.</summary>
internal enum SecretDirection
{
    Both,
    Request,
    Response,
}

/// <summary>A rule for strings that are secrets.</summary>
/// <param name="Property">
/// The name of the property, or the end of its path, separated by dots. The last name can contain one <c>*</c> for any text.
/// </param>
/// <param name="Reason">Why it is a secret, as a clause after "because".</param>
/// <param name="Owner">
/// The component, its resource, or the path of the operation that has the property directly, not in a nested object;
/// <see langword="null"/> for any.
/// </param>
internal sealed record SecretRule(string Property, string Reason, string? Owner = null, SecretDirection Direction = SecretDirection.Both)
{
    private readonly string _start = GetLastName(Property).Split('*')[0];
    private readonly string? _end = GetLastName(Property).Split('*') is [_, var end] ? end : null;

    /// <summary>Whether a property with this name can match.</summary>
    public bool MatchesName(string name) => _end is null
        ? name == _start
        : name.Length >= _start.Length + _end.Length
            && name.StartsWith(_start, StringComparison.Ordinal)
            && name.EndsWith(_end, StringComparison.Ordinal);

    /// <param name="location">The location of a string whose name matches the rule.</param>
    /// <param name="resource">The resource that the component at the location describes.</param>
    public bool Matches(SchemaLocation location, string? resource) =>
        (Direction == SecretDirection.Both || location.IsInRequest == (Direction == SecretDirection.Request))
        && (Owner is null ? MatchesEnd(location.PropertyPath)
            : (Owner == location.Owner || Owner == resource) && !location.PropertyPath.Contains('.'));

    private bool MatchesEnd(string path) =>
        !Property.Contains('.') || path == Property || path.EndsWith("." + Property, StringComparison.Ordinal);

    private static string GetLastName(string property) => property.Substring(property.LastIndexOf('.') + 1);
}

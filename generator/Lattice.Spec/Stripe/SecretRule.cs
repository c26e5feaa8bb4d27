namespace Lattice.Spec.Stripe;

/// <summary>Where a string is a secret.</summary>
internal enum SecretDirection
{
    Both,
    Request,
    Response,
}

/// <summary>Says which strings are secrets.</summary>
/// <param name="Property">
/// The name of the property, or the last names of its path separated by dots. One <c>*</c> stands for any text within a name.
/// </param>
/// <param name="Reason">Why it is a secret, as a clause after "because".</param>
/// <param name="Owner">
/// The component, its resource, or the path of the operation that has the property itself, not in an object within it;
/// <see langword="null"/> for any.
/// </param>
internal sealed record SecretRule(string Property, string Reason, string? Owner = null, SecretDirection Direction = SecretDirection.Both)
{
    private readonly string _lastName = Property.Substring(Property.LastIndexOf('.') + 1);

    /// <summary>Whether a property with this name can match.</summary>
    public bool MatchesName(string name)
    {
        int star = _lastName.IndexOf('*');
        return star < 0
            ? name == _lastName
            : name.Length >= _lastName.Length
                && name.StartsWith(_lastName.Substring(0, star), StringComparison.Ordinal)
                && name.EndsWith(_lastName.Substring(star + 1), StringComparison.Ordinal);
    }

    /// <param name="location">The location of a string whose name matches.</param>
    /// <param name="resource">The resource that the component at the location describes.</param>
    public bool Matches(SchemaLocation location, string? resource) =>
        (Direction == SecretDirection.Both || location.IsInRequest == (Direction == SecretDirection.Request))
        && (Owner is null ? MatchesEnd(location.PropertyPath)
            : (Owner == location.Owner || Owner == resource) && !location.PropertyPath.Contains('.'));

    private bool MatchesEnd(string path) =>
        Property == _lastName || path == Property || path.EndsWith("." + Property, StringComparison.Ordinal);
}

namespace Lattice.Spec.Stripe;

/// <summary>Says which strings are secrets.</summary>
/// <param name="Property">
/// The name of the property, or the last names of its path separated by dots. A name that starts with <c>*</c> stands for all names
/// that end in what follows.
/// </param>
/// <param name="Component">The component or the resource that has the property; <see langword="null"/> for any.</param>
/// <param name="Reason">Why it is a secret, as a clause after "because".</param>
/// <param name="Direction">Whether it is one in requests, in responses or in both.</param>
internal sealed record SecretRule(string Property, string? Component, string Reason, SecretDirection Direction = SecretDirection.Both)
{
    public bool Matches(SchemaLocation location, string? resource) =>
        (Component is null || Component == location.Component || Component == resource)
        && (Direction == SecretDirection.Both || location.IsInRequest == (Direction == SecretDirection.Request))
        && MatchesPath(location.PropertyPath);

    private bool MatchesPath(string path) => Property[0] == '*'
        ? path.EndsWith(Property.Substring(1), StringComparison.Ordinal)
        : path == Property || path.EndsWith("." + Property, StringComparison.Ordinal);
}

/// <summary>Where a string is a secret.</summary>
internal enum SecretDirection
{
    Both,
    Request,
    Response,
}

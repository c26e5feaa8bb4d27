namespace Lattice.Slice.Checking;

/// <summary>One change.</summary>
/// <param name="Member">
/// The C# member it touches, from the root namespace on, such as <c>AccountLinkCreateParams.Collect</c>; for what has no member,
/// the id of the generator's diagnostic or slice.json.
/// </param>
/// <param name="Location">Where the specification says it; for what is gone, where it said it.</param>
/// <param name="Name">The specification's name for what changed, such as <c>collect</c>.</param>
/// <param name="Old">What was; <see langword="null"/> where there was nothing.</param>
/// <param name="New">What is now; <see langword="null"/> where there is nothing.</param>
internal sealed record Change(ChangeKind Kind, string Member, ChangeLocation Location, string Name, string? Old = null, string? New = null)
{
    public ChangeClass Class => ChangeRules.Get(Kind).Class;

    /// <summary>What a person should know and do, in one or two sentences.</summary>
    public string Message => ChangeRules.Get(Kind).GetMessage(this);
}

/// <param name="IsNewer">Whether the place is in the newer specification, not in the present slice.</param>
/// <param name="Pointer">A JSON Pointer (RFC 6901).</param>
internal sealed record ChangeLocation(bool IsNewer, string Pointer);

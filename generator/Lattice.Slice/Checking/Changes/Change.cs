namespace Lattice.Slice.Checking.Changes;

/// <summary>One change.</summary>
/// <param name="Member">
/// The C# member that changes, without the root namespace, such as <c>AccountLinkCreateParams.Collect</c>. If there is no member: the
/// id of the generator's diagnostic, or slice.json.
/// </param>
/// <param name="Location">The location in the newer specification; of a removal, the location in the present slice.</param>
/// <param name="Name">The name in the specification, such as <c>collect</c>.</param>
/// <param name="Old">The old value; <see langword="null"/> if there was none.</param>
/// <param name="New">The new value; <see langword="null"/> if absent.</param>
internal sealed record Change(ChangeRule Rule, string Member, ChangeLocation Location, string Name, string? Old = null, string? New = null)
{
    public ChangeClass Class => Rule.Class;

    /// <summary>What happens and what to do, in one or two sentences.</summary>
    public string Message => Rule.GetMessage(this);
}

/// <param name="IsNewer">Whether the location is in the newer specification instead of the present slice.</param>
/// <param name="Pointer">A JSON Pointer (RFC 6901).</param>
internal sealed record ChangeLocation(bool IsNewer, string Pointer);

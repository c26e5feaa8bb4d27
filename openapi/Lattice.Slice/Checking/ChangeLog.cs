namespace Lattice.Slice.Checking;

/// <summary>Takes the changes down in the order in which they are found, each with its place on the side that has it.</summary>
internal sealed class ChangeLog
{
    private readonly List<Change> _changes = [];

    public IReadOnlyList<Change> Changes => _changes;

    public void AddGone(ChangeKind kind, string member, string name, string pointer, string? old = null) =>
        _changes.Add(new Change(kind, member, new ChangePlace(IsNewer: false, pointer), name, old));

    public void AddNew(ChangeKind kind, string member, string name, string pointer, string? @new = null) =>
        _changes.Add(new Change(kind, member, new ChangePlace(IsNewer: true, pointer), name, New: @new));

    /// <summary>Notes a change of what is on both sides; its place is that in the newer specification.</summary>
    public void AddChanged(ChangeKind kind, string member, string name, string pointer, string? old, string? @new) =>
        _changes.Add(new Change(kind, member, new ChangePlace(IsNewer: true, pointer), name, old, @new));

    public void AddChanged(ChangeKind kind, PropertyPair property, string? old, string? @new) =>
        AddChanged(kind, property.Member, property.Name, property.Places.New.Pointer, old, @new);

    public void AddDescription(string member, string name, string pointer, string old, string @new)
    {
        if (old != @new)
        {
            AddChanged(ChangeKind.DescriptionChanged, member, name, pointer, old, @new);
        }
    }
}

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Takes the changes down in the order in which they are found, each with its place on the side that has it.</summary>
internal sealed class ChangeLog
{
    private readonly List<Change> _changes = [];

    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>Notes what was there before; the subject's place is in the present slice.</summary>
    public void AddGone(ChangeKind kind, Subject subject, string? old = null) => Add(kind, isNewer: false, subject, old, null);

    /// <summary>Notes what was not there before; the subject's place is in the newer specification.</summary>
    public void AddNew(ChangeKind kind, Subject subject, string? @new = null) => Add(kind, isNewer: true, subject, null, @new);

    /// <summary>Notes a change of what is on both sides; the subject's place is in the newer specification.</summary>
    public void AddChanged(ChangeKind kind, Subject subject, string? old = null, string? @new = null) =>
        Add(kind, isNewer: true, subject, old, @new);

    /// <summary>Notes another description, if it is another.</summary>
    public void AddDescription(Subject subject, string old, string @new)
    {
        if (old != @new)
        {
            AddChanged(ChangeKind.DescriptionChanged, subject, old, @new);
        }
    }

    /// <summary>Notes that what is on both sides is deprecated now, or no longer, or for another reason.</summary>
    /// <param name="deprecated">The kind of change if it is deprecated now.</param>
    /// <param name="noLonger">The kind of change if it is no longer deprecated.</param>
    /// <param name="old">What the compiler says of it before; <see langword="null"/> if it was not deprecated.</param>
    /// <param name="new">What the compiler says of it now; <see langword="null"/> if it is not deprecated.</param>
    public void AddDeprecation(ChangeKind deprecated, ChangeKind noLonger, Subject subject, string? old, string? @new)
    {
        if (old is not null && @new is not null)
        {
            AddDescription(subject, old, @new);
        }
        else if (old != @new)
        {
            AddChanged(old is null ? deprecated : noLonger, subject, old, @new);
        }
    }

    private void Add(ChangeKind kind, bool isNewer, Subject subject, string? old, string? @new) =>
        _changes.Add(new Change(kind, subject.Member, new ChangeLocation(isNewer, subject.Pointer), subject.Name, old, @new));
}

/// <summary>What a change is about.</summary>
/// <param name="Member">The C# member.</param>
/// <param name="Name">What the specification calls it.</param>
/// <param name="Pointer">Where the specification says what it is, as a JSON Pointer.</param>
internal sealed record Subject(string Member, string Name, string Pointer);

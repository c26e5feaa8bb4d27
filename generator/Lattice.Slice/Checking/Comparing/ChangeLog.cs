using Lattice.Slice.Checking.Changes;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Records changes in the order in which they are found, each with its location.</summary>
internal sealed class ChangeLog
{
    private readonly List<Change> _changes = [];

    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>Records a removal; the subject's location is in the present slice.</summary>
    public void AddRemoved(ChangeRule rule, Subject subject, string? old = null) => Add(rule, isNewer: false, subject, old, null);

    /// <summary>Records an addition; the subject's location is in the newer specification.</summary>
    public void AddNew(ChangeRule rule, Subject subject, string? @new = null) => Add(rule, isNewer: true, subject, null, @new);

    /// <summary>Records a change of something that both sides have; the subject's location is in the newer specification.</summary>
    public void AddChanged(ChangeRule rule, Subject subject, string? old = null, string? @new = null) =>
        Add(rule, isNewer: true, subject, old, @new);

    /// <summary>Records a change of the description, if it changed.</summary>
    public void AddDescription(Subject subject, string old, string @new)
    {
        if (old != @new)
        {
            AddChanged(ChangeRules.DescriptionChanged, subject, old, @new);
        }
    }

    /// <summary>Records a change of the deprecation, if it changed.</summary>
    /// <param name="deprecated">The rule if it is deprecated now.</param>
    /// <param name="noLonger">The rule if it is no longer deprecated.</param>
    /// <param name="old">The old message of the compiler; <see langword="null"/> if it was not deprecated.</param>
    /// <param name="new">The new message of the compiler; <see langword="null"/> if it is not deprecated.</param>
    public void AddDeprecation(ChangeRule deprecated, ChangeRule noLonger, Subject subject, string? old, string? @new)
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

    private void Add(ChangeRule rule, bool isNewer, Subject subject, string? old, string? @new) =>
        _changes.Add(new Change(rule, subject.Member, new ChangeLocation(isNewer, subject.Pointer), subject.Name, old, @new));
}

/// <summary>The subject of a change.</summary>
/// <param name="Member">The C# member.</param>
/// <param name="Name">The name in the specification.</param>
/// <param name="Pointer">The location in the specification, as a JSON Pointer.</param>
internal sealed record Subject(string Member, string Name, string Pointer);

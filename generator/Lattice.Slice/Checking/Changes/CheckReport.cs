namespace Lattice.Slice.Checking.Changes;

/// <summary>The changes of a newer specification to the slice.</summary>
/// <param name="PresentVersion">The API version of the slice.</param>
/// <param name="NewerVersion">The API version of the newer specification.</param>
/// <param name="Changes">All changes, worst class first; within a class, in the order of the operations.</param>
internal sealed record CheckReport(string PresentVersion, string NewerVersion, IReadOnlyList<Change> Changes)
{
    public static CheckReport Create(string presentVersion, string newerVersion, IEnumerable<Change> changes) =>
        new(presentVersion, newerVersion, [.. changes.OrderBy(change => change.Class)]);

    /// <summary>The changes of each class, worst first, including classes without changes.</summary>
    public IEnumerable<(ChangeClass Class, IReadOnlyList<Change> Changes)> Groups =>
        from @class in Enum.GetValues<ChangeClass>()
        select (@class, (IReadOnlyList<Change>)[.. Changes.Where(change => change.Class == @class)]);

    /// <summary>The exit code of the command.</summary>
    public CheckExitCode ExitCode => Changes.Select(change => change.Class switch
    {
        ChangeClass.BreakingSource or ChangeClass.BreakingBehavior => CheckExitCode.Breaking,
        ChangeClass.Addition => CheckExitCode.Additions,
        _ => CheckExitCode.Nothing,
    }).DefaultIfEmpty(CheckExitCode.Nothing).Max();
}

/// <summary>The exit code of the command, worst last; without a report, it is <see cref="ExitCodes.Failed"/>.</summary>
internal enum CheckExitCode
{
    /// <summary>Nothing changes except documentation.</summary>
    Nothing = 0,

    /// <summary>There are additions, and nothing breaks.</summary>
    Additions = 1,

    /// <summary>Something breaks.</summary>
    Breaking = 2,
}

namespace Lattice.Slice.Checking;

/// <summary>What a newer specification changes for the slice.</summary>
/// <param name="PresentVersion">The API version of the slice.</param>
/// <param name="NewerVersion">The API version of the newer specification.</param>
/// <param name="Changes">All changes, those of the worst class first; within a class in the order of the operations.</param>
internal sealed record CheckReport(string PresentVersion, string NewerVersion, IReadOnlyList<Change> Changes)
{
    public static CheckReport Create(string presentVersion, string newerVersion, IEnumerable<Change> changes) =>
        new(presentVersion, newerVersion, [.. changes.OrderBy(change => change.Class)]);

    /// <summary>The changes of each class, worst first; classes without changes included.</summary>
    public IEnumerable<(ChangeClass Class, IReadOnlyList<Change> Changes)> Groups =>
        from @class in Enum.GetValues<ChangeClass>()
        select (@class, (IReadOnlyList<Change>)[.. Changes.Where(change => change.Class == @class)]);

    /// <summary>What the command ends with.</summary>
    public CheckExitCode ExitCode => Changes.Select(change => change.Class switch
    {
        ChangeClass.BreakingSource or ChangeClass.BreakingBehavior => CheckExitCode.Breaking,
        ChangeClass.Addition => CheckExitCode.Additions,
        _ => CheckExitCode.Nothing,
    }).DefaultIfEmpty(CheckExitCode.Nothing).Max();
}

/// <summary>How the command ends, worst last. With <see cref="ExitCodes.Failed"/> it ends if there is no report.</summary>
internal enum CheckExitCode
{
    /// <summary>The slice stays as it is, or its documentation alone changes.</summary>
    Nothing = 0,

    /// <summary>There is something new, and nothing breaks.</summary>
    Additions = 1,

    /// <summary>Something breaks.</summary>
    Breaking = 2,
}

namespace Lattice.Slice.Checking.Changes;

/// <summary>The effect of a change on a program that uses the slice, worst first.</summary>
internal enum ChangeClass
{
    /// <summary>Code that compiled without a warning may no longer do so.</summary>
    BreakingSource,

    /// <summary>Code compiles as before, but Stripe rejects what it accepted, or returns something unexpected.</summary>
    BreakingBehavior,

    /// <summary>Requests can do more, or responses may have more. A program that ignores it runs as before.</summary>
    Addition,

    /// <summary>No program can notice the change.</summary>
    Documentation,
}

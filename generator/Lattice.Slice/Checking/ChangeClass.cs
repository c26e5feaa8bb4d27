namespace Lattice.Slice.Checking;

/// <summary>What a change of the specification does to a program that is built on the slice, worst first.</summary>
internal enum ChangeClass
{
    /// <summary>Code that compiled without a warning may no longer do so.</summary>
    BreakingSource,

    /// <summary>
    /// Code compiles as before, but Stripe refuses what it took, or a program may meet what it never met or wait in vain for
    /// what it used to get.
    /// </summary>
    BreakingBehavior,

    /// <summary>Something can be done, or may be answered, that could not before; a program that ignores it runs as before.</summary>
    Addition,

    /// <summary>No program can tell the difference.</summary>
    Documentation,
}

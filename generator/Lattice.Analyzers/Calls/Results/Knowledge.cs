namespace Lattice.Analyzers.Calls.Results;

/// <summary>What is known about the outcome of a call at some point of a method.</summary>
internal enum Knowledge
{
    /// <summary>The result comes from elsewhere, where it may have been checked.</summary>
    Elsewhere,

    /// <summary>The call succeeded.</summary>
    Success,

    /// <summary>The call failed.</summary>
    Failure,

    /// <summary>The call may have failed: the result was not checked, or failures get here as well.</summary>
    Open,
}

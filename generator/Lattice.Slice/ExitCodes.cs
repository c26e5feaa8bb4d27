namespace Lattice.Slice;

/// <summary>Exit codes of the process. The codes 1 and 2 are reserved for <c>lattice check</c>.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The command failed; no file has changed.</summary>
    public const int Failed = 3;
}

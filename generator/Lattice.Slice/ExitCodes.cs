namespace Lattice.Slice;

/// <summary>Exit codes of the process. In <c>lattice check</c>, the codes 1 and 2 say what changes.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>A search found nothing.</summary>
    public const int NothingFound = 1;

    /// <summary>The command failed; no file has changed.</summary>
    public const int Failed = 3;
}

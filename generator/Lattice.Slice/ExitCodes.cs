namespace Lattice.Slice;

/// <summary>What the process ends with. 1 and 2 are left to commands that compare.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The command could not do it; nothing on disk has changed.</summary>
    public const int Failed = 3;
}

namespace Lattice.Fuzz;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCodes
{
    public const int NothingFound = 0;
    public const int Found = 1;
    public const int Usage = 2;
}

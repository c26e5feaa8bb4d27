namespace Lattice.Parity;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCodes
{
    public const int Agrees = 0;
    public const int Differs = 1;
    public const int Usage = 2;
    public const int NotCompared = 3;
}

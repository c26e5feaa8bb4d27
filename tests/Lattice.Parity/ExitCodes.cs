namespace Lattice.Parity;

/// <summary>What the program tells its caller.</summary>
internal static class ExitCodes
{
    public const int Agrees = 0;
    public const int Differs = 1;
    public const int Usage = 2;
    public const int NotCompared = 3;
}

namespace Lattice.Conformance;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCodes
{
    public const int Conforms = 0;
    public const int Mismatches = 1;
    public const int Usage = 2;
}

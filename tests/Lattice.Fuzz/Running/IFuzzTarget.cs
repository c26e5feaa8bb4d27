namespace Lattice.Fuzz.Running;

/// <summary>A part of the project that has to survive any input.</summary>
internal interface IFuzzTarget
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>Creates an input, which is always the same for the same random numbers. May be called by several threads at once.</summary>
    IFuzzInput Create(Random random);
}

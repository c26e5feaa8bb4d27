using Lattice.Fuzz.Findings;

namespace Lattice.Fuzz.Running;

/// <summary>An input of a target.</summary>
internal interface IFuzzInput
{
    /// <summary>What it consists of, for a person to look at.</summary>
    IEnumerable<InputFile> Files { get; }

    /// <summary>Gives the input to the target, and returns which invariants it broke. An exception is a violation as well.</summary>
    Task<IReadOnlyList<Violation>> CheckAsync();
}

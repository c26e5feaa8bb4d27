namespace Lattice.Fuzz.Running;

/// <summary>
/// The random numbers of an iteration. They depend on the target, the seed and the number of the iteration alone, so that an input can be
/// repeated without those before it.
/// </summary>
internal static class IterationRandom
{
    public static Random Create(string target, int seed, long iteration)
    {
        ulong state = Mix((uint)seed);
        foreach (char c in target)
        {
            state = Mix(state ^ c);
        }

        return new Random((int)Mix(state ^ (ulong)iteration));
    }

    // A step of SplitMix64, whose result depends on every bit. HashCode would differ from process to process.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}

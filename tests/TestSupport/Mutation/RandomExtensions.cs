namespace Lattice.TestSupport.Mutation;

/// <summary>Choices of a random number generator.</summary>
public static class RandomExtensions
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>True once in <paramref name="times"/>.</summary>
    public static bool OneIn(this Random random, int times) => random.Next(times) == 0;
}

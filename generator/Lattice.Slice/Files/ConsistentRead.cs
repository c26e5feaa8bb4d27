using System.Diagnostics;

namespace Lattice.Slice.Files;

/// <summary>Reads files that other processes replace together, one after the other.</summary>
internal static class ConsistentRead
{
    // A process that replaces files needs milliseconds.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Reads files until they are the same before and after a moment at which no process replaces them. If that takes more than 10
    /// seconds, they are what was read last.
    /// </summary>
    /// <param name="locked">The path of the file that processes lock while they replace the files.</param>
    /// <param name="read">Reads the files; <see langword="null"/> stands for one that does not exist.</param>
    public static IReadOnlyList<byte[]?> Read(string locked, Func<IReadOnlyList<byte[]?>> read)
    {
        var watch = Stopwatch.StartNew();
        IReadOnlyList<byte[]?> before = read();
        while (true)
        {
            bool isReplaced = FileLock.IsHeld(RealPath.Resolve(locked));
            IReadOnlyList<byte[]?> after = read();
            if ((!isReplaced && before.Zip(after, LoadedFile.AreSame).All(same => same)) || watch.Elapsed > s_timeout)
            {
                return after;
            }

            Thread.Sleep(s_pause);
            before = after;
        }
    }
}

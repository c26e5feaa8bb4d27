using System.Runtime.CompilerServices;

namespace Lattice.Spec.Json;

/// <summary>
/// For the few methods in which a first run spends its time. A compiler runs the generator once in a process, so that nothing is
/// optimized while it runs, unless it is from the start.
/// </summary>
internal static class HotPath
{
    /// <summary>What .NET calls <c>AggressiveOptimization</c>, which .NET Standard 2.0 does not name.</summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;
}

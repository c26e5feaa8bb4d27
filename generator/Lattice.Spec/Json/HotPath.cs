using System.Runtime.CompilerServices;

namespace Lattice.Spec.Json;

/// <summary>
/// Marks the few methods that take most of the time of a first run. A compiler runs the generator once per process, before the JIT would
/// optimize a method on its own.
/// </summary>
internal static class HotPath
{
    /// <summary>The value of <c>AggressiveOptimization</c>, which .NET Standard 2.0 does not define.</summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;
}

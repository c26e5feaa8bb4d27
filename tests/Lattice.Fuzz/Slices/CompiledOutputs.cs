using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Lattice.TestSupport.Generation;
using Microsoft.CodeAnalysis;

namespace Lattice.Fuzz.Slices;

/// <summary>
/// Compiles what the generator emits, which takes most of the time. Output that has compiled before is not compiled again: many errors in a
/// slice leave nothing, or the same rest.
/// </summary>
internal sealed class CompiledOutputs
{
    private readonly ConcurrentDictionary<UInt128, bool> _correct = [];

    /// <returns>The errors and warnings of the compiler.</returns>
    public IReadOnlyList<string> Compile(GeneratorHarness harness)
    {
        UInt128 hash = Hash(EmittedText.Of(harness.Run()));
        if (_correct.ContainsKey(hash))
        {
            return [];
        }

        IReadOnlyList<string> errors = harness.Compile();
        if (errors.Count == 0)
        {
            _correct.TryAdd(hash, true);
        }

        return errors;
    }

    private static UInt128 Hash(string text) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What the generator emitted, as one text.</summary>
internal static class EmittedText
{
    public static string Of(GeneratorRunResult result) => string.Concat(result.GeneratedSources
        .OrderBy(source => source.HintName, StringComparer.Ordinal)
        .Select(source => $"== {source.HintName}\n{source.SourceText}"));
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Generator.Pipeline;

/// <summary>
/// The file of a slice. Two are equal if their paths and checksums are: for unchanged bytes the compiler creates a new text, and
/// nothing must run again for it.
/// </summary>
internal sealed class SpecFile : IEquatable<SpecFile>
{
    private readonly ImmutableArray<byte> _checksum;

    private SpecFile(string path, SourceText text, string? failure)
    {
        Path = path;
        Text = text;
        Failure = failure;
        _checksum = text.GetChecksum();
    }

    public string Path { get; }

    public SourceText Text { get; }

    /// <summary>The exception that the host threw; <see langword="null"/> if it provided the text.</summary>
    public string? Failure { get; }

    /// <summary>Loads the file. A file without a text is empty, which is reported as invalid JSON.</summary>
    public static SpecFile Load(AdditionalText file, CancellationToken cancellationToken)
    {
        try
        {
            return new SpecFile(file.Path, file.GetText(cancellationToken) ?? SourceText.From(""), failure: null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new SpecFile(file.Path, SourceText.From(""), $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    public bool Equals(SpecFile? other) =>
        other is not null && Path == other.Path && Failure == other.Failure && _checksum.SequenceEqual(other._checksum);

    public override bool Equals(object? obj) => Equals(obj as SpecFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path) ^ _checksum[0];
}

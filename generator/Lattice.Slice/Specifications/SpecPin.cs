using Lattice.Slice.Files;

namespace Lattice.Slice.Specifications;

/// <summary>Identifies the document that a slice was cut from.</summary>
/// <param name="Version">The API version in messages; <see langword="null"/> if it is not known.</param>
/// <param name="Hash">The SHA-256 of the document's bytes, which decides. See <see cref="ContentHash"/>.</param>
internal sealed record SpecPin(string? Version, string Hash)
{
    public static SpecPin Of(string version, ReadOnlySpan<byte> document) => new(version, ContentHash.Compute(document));

    /// <summary>The pin in a sentence.</summary>
    public override string ToString() => Version is null ? $"the document with SHA-256 {Hash}" : $"version {Version} (SHA-256 {Hash})";

    /// <summary>Says that the source now has another document.</summary>
    /// <param name="name">The source.</param>
    /// <param name="present">The document that it has.</param>
    public string DescribeMove(string name, SpecPin present)
    {
        if (string.CompareOrdinal(present.Version, Version) < 0)
        {
            return $"{name} has version {present.Version}, which is older than what slice.json pins: {this}. No file has changed. Pass the pinned "
                + "document with --spec FILE, or name it as \"source\" in slice.json. To go back to the older version, run `lattice slice --latest`.";
        }

        string move = Version is null ? $"is no longer the document that slice.json pins; it has version {present.Version}."
            : Version == present.Version ? $"has changed, and still has version {Version}."
            : $"has moved from version {Version} to version {present.Version}.";
        return $"{name} {move} slice.json pins {this}; the document is now {present}. No file has changed. "
            + "To see what changes, run `lattice check --latest`. To accept it, run `lattice slice --latest`. "
            + "To use a copy of the pinned document, pass it with --spec FILE.";
    }
}

using System.Text.Json;
using Lattice.Slice.Files;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Configuration;

/// <content>The pinned document.</content>
internal sealed partial class SliceConfigurationReader
{
    private const string Version = "version";
    private const string Hash = "sha256";
    private const string RepairPin = $"To pin the newest document, delete \"{Pinned}\" and run `lattice slice`.";

    /// <summary>The value of a pin in slice.json.</summary>
    public static string WritePin(SpecPin pin) => $$"""
        { "{{Version}}": {{SliceEditor.ToJson(pin.Version!)}}, "{{Hash}}": "{{pin.Hash}}" }
        """;

    private SpecPin ReadPin(JsonSpan value)
    {
        if (value.Kind != JsonTokenType.StartObject || value.Find(Hash) is not { } hash)
        {
            throw Fail(value.Start, $"{Pinned}: expected an object with \"{Version}\" and \"{Hash}\". {RepairPin}");
        }

        EnsureKnown(value, $"{Pinned}: ", Version, Hash);
        string? version = value.Find(Version) is { } named ? ReadText(named.Value, $"{Pinned}.{Version}") : null;
        string digits = ReadText(hash.Value, $"{Pinned}.{Hash}");
        return ContentHash.IsValid(digits) ? new SpecPin(version, ContentHash.Normalize(digits)) : throw Fail(
            hash.Value.Start, $"{Pinned}.{Hash}: expected the SHA-256 of the document in 64 hexadecimal digits. {RepairPin}");
    }
}

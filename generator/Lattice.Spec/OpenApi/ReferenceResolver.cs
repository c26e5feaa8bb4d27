using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>Follows references by their whole JSON Pointer within one document.</summary>
internal sealed class ReferenceResolver(JsonValue root)
{
    // Far more than any document needs, and little enough to end soon.
    private const int MaxSteps = 64;

    private const string Keyword = "$ref";

    private readonly Dictionary<string, SpecReference> _resolved = new(StringComparer.Ordinal);

    /// <summary>The text of the reference that an OpenAPI object is; <see langword="null"/> if it is not one.</summary>
    public static string? GetReference(JsonValue value) => value.Find(Keyword)?.String;

    /// <summary>Follows a reference, and the references that it leads to, to the end.</summary>
    public SpecReference Resolve(string text)
    {
        if (!_resolved.TryGetValue(text, out SpecReference? reference))
        {
            _resolved.Add(text, reference = Follow(text));
        }

        return reference;
    }

    private SpecReference Follow(string text)
    {
        var seen = new HashSet<JsonValue>();
        string? next = text;
        for (int step = 0; step < MaxSteps; step++)
        {
            if (!IsLocal(next))
            {
                return Fail(text, "only references within the document are followed, which start with '#/'");
            }

            if (Find(next) is not { } target)
            {
                return Fail(text, "it points to nothing in the document; add what it points to, or remove what refers to it");
            }

            if (!seen.Add(target))
            {
                return Fail(text, "it leads back to itself");
            }

            next = GetReference(target);
            if (next is null)
            {
                return new SpecReference(text, target, Error: null);
            }
        }

        return Fail(text, $"it leads through more than {MaxSteps} references");
    }

    private static SpecReference Fail(string text, string error) => new(text, Target: null, error);

    private static bool IsLocal(string reference) => reference.StartsWith("#/", StringComparison.Ordinal);

    /// <summary>What a pointer in the fragment of a URI leads to (RFC 6901, section 6).</summary>
    private JsonValue? Find(string reference)
    {
        JsonValue? value = root;
        foreach (string segment in reference.Split('/').Skip(1))
        {
            value = value?.FindChild(JsonPointer.Unescape(Uri.UnescapeDataString(segment)));
        }

        return value;
    }
}

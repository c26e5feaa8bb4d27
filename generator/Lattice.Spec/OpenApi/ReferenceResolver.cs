using Lattice.Spec.Json;

namespace Lattice.Spec.OpenApi;

/// <summary>Resolves references within one document by their full JSON Pointer.</summary>
internal sealed class ReferenceResolver(JsonValue root)
{
    // Far more than any document needs, and few enough to stop early.
    private const int MaxLength = 64;

    private readonly Dictionary<string, SpecReference> _resolved = new(StringComparer.Ordinal);

    /// <summary>The text of the reference that an element is; <see langword="null"/> if it is not a reference.</summary>
    public static string? GetReference(JsonValue value) => value.Find(OpenApiKeywords.Reference)?.String;

    /// <summary>Resolves a reference. If the target is a reference itself, it is resolved as well.</summary>
    public SpecReference Resolve(string text)
    {
        if (!_resolved.TryGetValue(text, out SpecReference? reference))
        {
            _resolved.Add(text, reference = Follow(text));
        }

        return reference;
    }

    /// <summary>The elements that a reference passes through. The last one is the target, or a reference that cannot be resolved.</summary>
    public IEnumerable<JsonValue> GetChain(string text)
    {
        var seen = new HashSet<JsonValue>();
        string? next = text;
        while (next is not null && IsLocal(next) && Find(next) is { } target && seen.Add(target))
        {
            yield return target;
            next = GetReference(target);
        }
    }

    private SpecReference Follow(string text)
    {
        var seen = new HashSet<JsonValue>();
        string next = text;
        for (int length = 0; length < MaxLength; length++)
        {
            if (!IsLocal(next))
            {
                return Fail(text, "only references within the document, which start with '#/', are supported");
            }

            if (Find(next) is not { } target)
            {
                string missing = next == text ? "the target" : $"'{Suggestions.Shorten(next)}', which the target refers to,";
                return Fail(text, $"{missing} does not exist in the document; add it or remove the reference");
            }

            if (!seen.Add(target))
            {
                return Fail(text, "the reference is circular");
            }

            if (GetReference(target) is not { } reference)
            {
                return new SpecReference(text, target, Error: null);
            }

            next = reference;
        }

        return Fail(text, $"the chain of references is longer than {MaxLength}");
    }

    private static SpecReference Fail(string text, string error) => new(text, Target: null, error);

    private static bool IsLocal(string reference) => reference.StartsWith("#/", StringComparison.Ordinal);

    /// <summary>Finds the target of a JSON Pointer in the fragment of a URI (RFC 6901, section 6).</summary>
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

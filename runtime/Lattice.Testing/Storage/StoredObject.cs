using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Storage;

/// <summary>An object that exists, or did until it was deleted. It is immutable; a change replaces it.</summary>
internal sealed record StoredObject
{
    /// <summary>An estimate of the memory that an object needs in addition to its texts.</summary>
    private const int Overhead = 512;

    private const int MaximumReferenceLength = 100;

    private StoredObject(ObjectKey key, Schema schema, byte[] json, IReadOnlyDictionary<string, string> parents)
    {
        Key = key;
        Schema = schema;
        using JsonDocument document = JsonDocument.Parse(json);
        Json = Compact(document.RootElement);
        Parents = parents;
        References = ReadReferences(document.RootElement, parents);
        Size = Overhead + Json.Length + (2 * References.Sum(reference => reference.Key.Length + reference.Value.Length));
    }

    public ObjectKey Key { get; }

    public string Kind => Key.Kind;

    public string Id => Key.Id;

    /// <summary>The schema of the object, not that of a deleted one.</summary>
    public Schema Schema { get; }

    /// <summary>The object without expanded fields, and without the elements of its lists, which are objects of their own.</summary>
    public byte[] Json { get; }

    /// <summary>The ids in the path that created the object, by the names of <see cref="PathTemplate.ReferenceNames"/>.</summary>
    public IReadOnlyDictionary<string, string> Parents { get; }

    /// <summary>The ids of other objects in the object's fields, and its parents.</summary>
    public IReadOnlyDictionary<string, string> References { get; }

    public bool IsDeleted { get; private init; }

    /// <summary>An estimate of the memory that the object needs, in bytes.</summary>
    public int Size { get; }

    public static StoredObject Create(
        ObjectScope scope, string kind, string id, Schema schema, byte[] json, IReadOnlyDictionary<string, string> parents)
        => new(new ObjectKey(scope, kind, id), schema, json, parents);

    public StoredObject With(JsonObject state) => new(Key, Schema, Encoding.UTF8.GetBytes(state.ToJsonString()), Parents);

    /// <summary>The object as a tree that can be changed.</summary>
    public JsonObject Read() => JsonNode.Parse(Json)!.AsObject();

    /// <summary>The object after it was deleted.</summary>
    /// <param name="json">What is left of it.</param>
    public StoredObject Delete(byte[] json) => new(Key, Schema, json, Parents) { IsDeleted = true };

    private static byte[] Compact(JsonElement json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            json.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static Dictionary<string, string> ReadReferences(JsonElement json, IReadOnlyDictionary<string, string> parents)
    {
        Dictionary<string, string> references = new(parents, StringComparer.Ordinal);
        foreach (JsonProperty property in json.EnumerateObject().Where(property => property.Name is not ("id" or "object")))
        {
            if (IdOf(property.Value) is { Length: <= MaximumReferenceLength } id && id.Contains('_') && !id.Any(char.IsWhiteSpace))
            {
                references[property.Name] = id;
            }
        }

        return references;
    }

    /// <summary>The id in a field that has one, or an expanded object.</summary>
    private static string? IdOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String => id.GetString(),
        _ => null,
    };
}

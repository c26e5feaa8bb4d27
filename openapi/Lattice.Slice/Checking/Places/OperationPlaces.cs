using Lattice.Slice.Slicing;

namespace Lattice.Slice.Checking.Places;

/// <summary>Where a specification says what a POST takes and answers.</summary>
internal sealed class OperationPlaces(SchemaPlace root, string route)
{
    // The kinds of bodies in the order in which the generator looks for them.
    private static readonly string[] s_mediaTypes = ["application/x-www-form-urlencoded", "application/json", "multipart/form-data"];

    public SchemaPlace Post { get; } = root.Find("paths", route, "post")!.Value;

    /// <summary>Where the parameters are; the operation's own place if they stand elsewhere.</summary>
    public SchemaPlaces Body => SchemaPlaces.At(root, s_mediaTypes
        .Select(type => Post.Find("requestBody", "content", type, "schema"))
        .FirstOrDefault(schema => schema is not null) ?? Post);

    /// <summary>Where the resource is; the operation's own place if it stands elsewhere.</summary>
    public SchemaPlaces Answer => SchemaPlaces.At(root, Post.Find("responses", "200", "content", "application/json", "schema") ?? Post);

    /// <param name="method">The HTTP method as OpenAPI writes it: <c>post</c>.</param>
    public static string GetPointer(string path, string method) => $"/paths/{JsonPointer.Escape(path)}/{method}";

    /// <summary>Where the code of an error stands; the place of the errors if it cannot be found.</summary>
    public string GetErrorPointer(string code)
    {
        SchemaPlace errors = Post.Find("responses", "default", "content", "application/json", "schema") ?? Post;
        return (errors.Find("oneOf")?.GetElements() ?? [])
            .Select(error => SchemaPlaces.At(root, error).FindProperty("error")?.FindProperty("code"))
            .OfType<SchemaPlaces>()
            .Select(place => place.FindEnumValuePointer(code))
            .FirstOrDefault(pointer => pointer is not null) ?? errors.Pointer;
    }
}

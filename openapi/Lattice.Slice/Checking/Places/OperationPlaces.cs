using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Checking.Places;

/// <summary>Where a document says what a POST takes and returns.</summary>
internal sealed class OperationPlaces(SpecDocument document, string route)
{
    public SpecOperation Post { get; } = document.Paths.First(path => path.Text == route).Find("post")!;

    public string Pointer => Post.Node.Pointer.ToString();

    /// <summary>Where the parameters are; the operation's own location if they are elsewhere.</summary>
    public SchemaPlaces Body => At(Post.FindBodySchema());

    /// <summary>Where the resource is; the operation's own location if it is elsewhere.</summary>
    public SchemaPlaces Answer => At(Post.ResponseSchema);

    /// <param name="method">The HTTP method as OpenAPI writes it: <c>post</c>.</param>
    public static string GetPointer(string path, string method) => $"/paths/{JsonPointer.Escape(path)}/{method}";

    /// <summary>Where the code of an error is; the location of the errors if it cannot be found.</summary>
    public string GetErrorPointer(string code)
    {
        SpecSchema? errors = Post.GetResponseSchema("default");
        return (errors?.OneOf ?? [])
            .Select(error => SchemaPlaces.At(error).FindProperty("error")?.FindProperty("code"))
            .OfType<SchemaPlaces>()
            .Select(places => places.FindEnumValuePointer(code))
            .FirstOrDefault(pointer => pointer is not null) ?? (errors?.Node ?? Post.Node).Pointer.ToString();
    }

    private SchemaPlaces At(SpecSchema? schema) => SchemaPlaces.At(schema ?? new SpecSchema(document, Post.Node));
}

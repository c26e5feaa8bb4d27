using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Generation;

/// <summary>The locations of the parameters and the response of a POST operation in a document.</summary>
internal sealed class OperationLocations(SpecDocument document, string route)
{
    public SpecOperation Post { get; } = document.Paths.First(path => path.Text == route).Find("post")!;

    public string Pointer => Post.Node.Pointer.ToString();

    /// <summary>The location of the body; the location of the operation if absent.</summary>
    public SchemaLocations Body => At(Post.FindBodySchema());

    /// <summary>The location of the resource; the location of the operation if absent.</summary>
    public SchemaLocations Response => At(Post.ResponseSchema);

    /// <param name="method">The HTTP method as in OpenAPI, such as <c>post</c>.</param>
    public static string GetPointer(string path, string method) => $"/paths/{JsonPointer.Escape(path)}/{method}";

    /// <summary>The location of an error code; the location of the errors if it is not found.</summary>
    public string GetErrorPointer(string code)
    {
        SpecSchema? errors = Post.ErrorSchema;
        return (errors?.OneOf ?? [])
            .Select(error => SchemaLocations.At(error).FindProperty("error")?.FindProperty("code"))
            .OfType<SchemaLocations>()
            .Select(locations => locations.FindEnumValuePointer(code))
            .FirstOrDefault(pointer => pointer is not null) ?? (errors?.Node ?? Post.Node).Pointer.ToString();
    }

    private SchemaLocations At(SpecSchema? schema) => SchemaLocations.At(schema ?? new SpecSchema(document, Post.Node));
}

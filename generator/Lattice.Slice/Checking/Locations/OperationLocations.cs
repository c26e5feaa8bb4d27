using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;

namespace Lattice.Slice.Checking.Locations;

/// <summary>Where a document says what a POST takes and returns.</summary>
internal sealed class OperationLocations(SpecDocument document, string route)
{
    public SpecOperation Post { get; } = document.Paths.First(path => path.Text == route).Find("post")!;

    public string Pointer => Post.Node.Pointer.ToString();

    /// <summary>Where the parameters are; the operation's own location if they are elsewhere.</summary>
    public SchemaLocations Body => At(Post.FindBodySchema());

    /// <summary>Where the resource is; the operation's own location if it is elsewhere.</summary>
    public SchemaLocations Response => At(Post.ResponseSchema);

    /// <param name="method">The HTTP method as OpenAPI writes it: <c>post</c>.</param>
    public static string GetPointer(string path, string method) => $"/paths/{JsonPointer.Escape(path)}/{method}";

    /// <summary>Where the code of an error is; the location of the errors if it cannot be found.</summary>
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

using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Reading;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Generation;

/// <summary>The locations of the parameters and the response of an operation in a document.</summary>
internal sealed class OperationLocations(SpecDocument document, Operation operation)
{
    public SpecOperation Source { get; } = document.Paths.First(path => path.Text == operation.Route).Find(operation.HttpMethod)!;

    public string Pointer => Source.Node.Pointer.ToString();

    /// <summary>The location of the parameters in the body or the query; the location of the operation if absent.</summary>
    public SchemaLocations Parameters => At(operation.Format == BodyFormat.None && operation.Params is not null
        ? QuerySchema.Create(Source, Source.Method == "get" ? null : Source.FindBodySchema())
        : Source.FindBodySchema());

    /// <summary>The location of the resource, or of the elements of a list; the location of the operation if absent.</summary>
    public SchemaLocations Response => At(OperationResponse.Read(Source).Schema);

    /// <param name="method">The HTTP method as in OpenAPI, such as <c>post</c>.</param>
    public static string GetPointer(string path, string method) => $"/paths/{JsonPointer.Escape(path)}/{method}";

    /// <summary>The location of an error code; the location of the errors if it is not found.</summary>
    public string GetErrorPointer(string code)
    {
        SpecSchema? errors = Source.ErrorSchema;
        return (errors?.OneOf ?? [])
            .Select(error => SchemaLocations.At(error).FindProperty("error")?.FindProperty("code"))
            .OfType<SchemaLocations>()
            .Select(locations => locations.FindEnumValuePointer(code))
            .FirstOrDefault(pointer => pointer is not null) ?? (errors?.Node ?? Source.Node).Pointer.ToString();
    }

    private SchemaLocations At(SpecSchema? schema) => SchemaLocations.At(schema ?? new SpecSchema(document, Source.Node));
}

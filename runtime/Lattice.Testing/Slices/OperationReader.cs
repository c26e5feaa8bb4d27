using System.Globalization;
using Lattice.Stripe.Testing.Parameters;
using Microsoft.OpenApi;

namespace Lattice.Stripe.Testing.Slices;

/// <summary>Reads the operations of a document.</summary>
internal sealed class OperationReader
{
    private static readonly Dictionary<string, IOpenApiMediaType> NoContent = [];

    private readonly SchemaReader _schemas = new();

    public static IReadOnlyList<Operation> ReadAll(OpenApiDocument document)
    {
        var reader = new OperationReader();
        List<Operation> operations = [];
        foreach ((string path, IOpenApiPathItem item) in document.Paths ?? [])
        {
            var template = new PathTemplate(path);
            foreach ((HttpMethod method, OpenApiOperation operation) in item.Operations ?? [])
                operations.Add(reader.Read(template, method, item, operation));
        }

        return operations;
    }

    private Operation Read(PathTemplate path, HttpMethod method, IOpenApiPathItem item, OpenApiOperation source)
    {
        IDictionary<string, IOpenApiMediaType> body = source.RequestBody?.Content ?? NoContent;
        (int status, Schema answer) = ReadAnswer(source);
        return new Operation
        {
            Method = method.Method,
            Path = path,
            Id = source.OperationId,
            Parameters = ReadParameters([.. item.Parameters ?? [], .. source.Parameters ?? []], body),
            Formats = [.. body.Keys.Select(MediaTypes.FormatOf).Where(format => format != BodyFormat.Unknown)],
            Status = status,
            Answer = answer,
        };
    }

    /// <summary>Stripe takes parameters from the query and from the body alike.</summary>
    private Schema ReadParameters(
        IEnumerable<IOpenApiParameter> parameters, IDictionary<string, IOpenApiMediaType> body)
    {
        IEnumerable<Property> query = parameters
            .Where(parameter => parameter.In == ParameterLocation.Query)
            .Select(parameter => new Property(parameter.Name!, _schemas.Read(parameter.Schema), parameter.Required));
        IOpenApiMediaType? media = body
            .Where(content => MediaTypes.FormatOf(content.Key) != BodyFormat.Unknown)
            .Select(content => content.Value)
            .FirstOrDefault();
        Schema taken = media is null ? new Schema() : _schemas.Read(media.Schema);

        var merged = new Schema { Kind = SchemaKind.Object, MapValues = taken.MapValues };
        merged.SetProperties([.. query, .. taken.Properties]);
        return merged;
    }

    private (int Status, Schema Schema) ReadAnswer(OpenApiOperation source)
    {
        foreach ((string code, IOpenApiResponse response) in source.Responses ?? [])
        {
            if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int status)) continue;
            if (status is < 200 or > 299) continue;

            return response.Content is { } content && content.TryGetValue(MediaTypes.Json, out IOpenApiMediaType? media)
                ? (status, _schemas.Read(media.Schema))
                : (status, Nothing());
        }

        return (200, Nothing());
    }

    private static Schema Nothing() => new() { Kind = SchemaKind.Object };
}

using System.Globalization;
using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Stripe.Testing.Spec;

/// <summary>Reads the operations of a document whose paths the generator supports.</summary>
internal sealed class SliceOperationReader(SpecDocument document, SliceErrors errors)
{
    // If the body can have several formats, the generator sends the first of these.
    private static readonly BodyFormat[] s_preferredFormats =
        [.. BodyMediaTypes.ByPreference.Select(MediaTypes.FormatOf)];

    private readonly SliceSchemaReader _schemas = new(errors);

    public static IReadOnlyList<Operation> ReadAll(SpecDocument document, SliceErrors errors)
    {
        var reader = new SliceOperationReader(document, errors);
        IEnumerable<SpecPath> paths = document.Paths.Where(path =>
            PathValidator.GetError(path.Text) is null && !new OperationPath(path.Text).HasPartialPlaceholder);
        return [.. paths.SelectMany(reader.Read)];
    }

    private IEnumerable<Operation> Read(SpecPath path)
    {
        ReportUnresolved(path.Node);
        var template = new PathTemplate(path.Text);
        return path.Operations.Select(operation => Read(template, operation));
    }

    private Operation Read(PathTemplate path, SpecOperation source)
    {
        ReportUnresolved(source.RequestBody);
        (string MediaType, SpecSchema? Schema)[] body = [.. source.RequestContent];
        (int status, Schema response) = ReadResponse(source);
        return new Operation
        {
            Method = source.Method.ToUpperInvariant(),
            Path = path,
            Id = source.Id,
            Objects = OperationObjects.Of(OperationClassifier.Classify(source), path, response),
            Parameters = ReadParameters([.. source.Path.Parameters, .. source.Parameters], body, GetPageParameters(source)),
            Formats = [.. body.Select(content => MediaTypes.FormatOf(content.MediaType)).Where(format => format != BodyFormat.Unknown)],
            StatusCode = status,
            FileMediaType = source.FileMediaType,
            Response = response,
        };
    }

    /// <summary>
    /// Stripe accepts parameters in the query and in the body alike; <paramref name="added"/> although the slice does not have them.
    /// </summary>
    private Schema ReadParameters(
        SpecParameter[] parameters, (string MediaType, SpecSchema? Schema)[] body, IEnumerable<Property> added)
    {
        foreach (SpecParameter parameter in parameters)
        {
            ReportUnresolved(parameter.Node);
        }

        IEnumerable<Property> query = parameters
            .Where(parameter => parameter.In == "query")
            .Select(parameter => new Property(parameter.Name, _schemas.Read(parameter.Schema), parameter.IsRequired));
        SpecSchema? sent = body
            .Where(content => content.Schema is not null && MediaTypes.FormatOf(content.MediaType) != BodyFormat.Unknown)
            .OrderBy(content => Array.IndexOf(s_preferredFormats, MediaTypes.FormatOf(content.MediaType)))
            .Select(content => content.Schema)
            .FirstOrDefault();
        Schema accepted = _schemas.Read(sent);

        var merged = new Schema { Kind = SchemaKind.Object, MapValues = accepted.MapValues };
        Property[] declared = [.. query, .. accepted.Properties];
        merged.SetProperties([.. declared, .. added.ExceptBy(declared.Select(property => property.Name), property => property.Name)]);
        return merged;
    }

    /// <summary>The parameters for a page, which every list accepts. A slice that was cut without descriptions may lack them.</summary>
    private static IEnumerable<Property> GetPageParameters(SpecOperation source)
    {
        if (OperationResponse.Read(source).Form != ResponseForm.List)
        {
            return [];
        }

        var path = new OperationPath(source.Path.Text);
        string[] texts = path.Version == "v2" || path.Last == "search" ? ["page"] : ["ending_before", "starting_after"];
        return
        [
            new Property("limit", new Schema { Kind = SchemaKind.Integer }, false),
            .. texts.Select(name => new Property(name, new Schema { Kind = SchemaKind.String }, false)),
        ];
    }

    /// <summary>The successful response with the lowest status: the generator reads a 200.</summary>
    private (int StatusCode, Schema Schema) ReadResponse(SpecOperation source)
    {
        (int StatusCode, string Code, JsonValue Response)[] successes =
        [
            .. from response in source.Responses
               let status = int.TryParse(response.Status, NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : 0
               where status is >= 200 and <= 299
               orderby status
               select (status, response.Status, response.Response),
        ];
        if (successes is not [var success, ..])
        {
            return (200, Empty());
        }

        ReportUnresolved(success.Response);
        return (success.StatusCode, source.GetResponseSchema(success.Code) is { } schema ? _schemas.Read(schema) : Empty());
    }

    private void ReportUnresolved(JsonValue? value)
    {
        if (value is not null && ReferenceResolver.GetReference(value) is { } text
            && document.Resolve(text) is { Error: not null } reference)
        {
            errors.AddUnresolved(value, reference);
        }
    }

    private static Schema Empty() => new() { Kind = SchemaKind.Object };
}

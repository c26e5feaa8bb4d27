using Lattice.Spec.Json;
using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>The parameters of an operation, outside its path.</summary>
/// <param name="Types">The types of the parameters, the class of all of them first; <see langword="null"/> if there are none.</param>
/// <param name="Format">The format of the body. Without a body, the parameters are in the query.</param>
/// <param name="IsRequired">Whether one of them is required.</param>
internal sealed record RequestParameters(TypeGroup? Types, BodyFormat Format, bool IsRequired)
{
    public static readonly RequestParameters None = new(Types: null, BodyFormat.None, IsRequired: false);
}

/// <summary>
/// Reads the parameters of operations: those of a POST from its body in the preferred media type, those of a GET or DELETE from its query.
/// </summary>
internal sealed class RequestReader(SpecInfo spec, TypeRegistry registry, DiagnosticBag diagnostics)
{
    /// <param name="owner">The class that has the operation.</param>
    /// <param name="method">The name of the operation's method without <c>Async</c>.</param>
    /// <returns><see langword="null"/> if the body cannot be sent, which has been reported.</returns>
    public RequestParameters? Read(SpecOperation operation, TypeName owner, string method)
    {
        foreach (SpecParameter parameter in operation.AllParameters)
        {
            ReportUnlessRead(operation, parameter);
        }

        return operation.RequestBody is { } node && operation.RequestBodyReference is { Error: { } error } reference
            ? ReportUnresolved(node, reference, error)
            : operation.Method == "post" || IsJson(operation) ? ReadBody(operation, owner, method)
            : ReadQuery(operation, owner, method);
    }

    private RequestParameters? ReadBody(SpecOperation operation, TypeName owner, string method)
    {
        if (!operation.RequestContent.Any())
        {
            return RequestParameters.None;
        }

        if (operation.FindBody() is not { } body)
        {
            string expected = string.Join(", ", BodyMediaTypes.ByPreference);
            diagnostics.Add(
                DiagnosticRules.Unsupported,
                operation.RequestBody!,
                DisplayNames.Get(operation),
                $"its body has no schema for any of {expected}");
            return null;
        }

        BodyFormat format = GetFormat(body.MediaType);
        return new RequestSchemaReader(spec, format, registry, diagnostics).ReadParameters(body.Schema, owner, method) is { } types
            ? new RequestParameters(types, format, body.Schema.Required.Any())
            : null;
    }

    /// <summary>
    /// Reads the parameters in the query. Stripe's document has the parameters of a DELETE in a form body, but all of Stripe's libraries
    /// send them in the query.
    /// </summary>
    private RequestParameters? ReadQuery(SpecOperation operation, TypeName owner, string method)
    {
        SpecSchema? body = operation.FindBodySchema();
        if (operation.Method == "get" && body?.HasProperties == true)
        {
            diagnostics.Add(
                DiagnosticRules.Unsupported, operation.RequestBody!, DisplayNames.Get(operation), "a GET with a body is not supported");
            body = null;
        }

        SpecSchema query = QuerySchema.Create(operation, body);
        if (!query.HasProperties)
        {
            return RequestParameters.None;
        }

        return new RequestSchemaReader(spec, BodyFormat.None, registry, diagnostics).ReadParameters(query, owner, method) is { } types
            ? new RequestParameters(types, BodyFormat.None, query.Required.Any())
            : null;
    }

    /// <summary>Reports a parameter that is neither in the path nor among the parameters that are read.</summary>
    private void ReportUnlessRead(SpecOperation operation, SpecParameter parameter)
    {
        if (parameter.Reference is { Error: { } error } reference)
        {
            diagnostics.AddUnresolved(parameter.Node, reference, error);
        }
        else if (parameter.In is { } location and not "path" && !(location == "query" && operation.Method != "post" && !IsJson(operation)))
        {
            diagnostics.Add(DiagnosticRules.Unsupported, parameter.Node, parameter.Name, $"a {location} parameter is not supported");
        }
        else if (parameter.In == "query" && parameter.Schema is null)
        {
            diagnostics.Add(DiagnosticRules.Unsupported, parameter.Node, parameter.Name, "a query parameter without a schema is not supported");
        }
    }

    private RequestParameters? ReportUnresolved(JsonValue node, SpecReference reference, string error)
    {
        diagnostics.AddUnresolved(node, reference, error);
        return null;
    }

    /// <summary>Whether the operation has a JSON body, as in API v2. A GET has none.</summary>
    private static bool IsJson(SpecOperation operation) =>
        operation.Method == "delete" && operation.FindBody() is { MediaType: BodyMediaTypes.Json, Schema.HasProperties: true };

    private static BodyFormat GetFormat(string mediaType) => mediaType switch
    {
        BodyMediaTypes.Form => BodyFormat.Form,
        BodyMediaTypes.Json => BodyFormat.Json,
        _ => BodyFormat.Multipart,
    };
}

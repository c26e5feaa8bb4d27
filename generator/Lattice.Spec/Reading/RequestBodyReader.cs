using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Reading;

/// <summary>The request body of an operation.</summary>
/// <param name="Types">The types of the parameters, that of the body first; <see langword="null"/> if there is no body.</param>
/// <param name="IsRequired">Whether the body has a required parameter.</param>
internal sealed record RequestBody(TypeGroup? Types, BodyFormat Format, bool IsRequired)
{
    public static readonly RequestBody None = new(Types: null, BodyFormat.None, IsRequired: false);
}

/// <summary>Reads the request bodies of operations in their preferred media type.</summary>
internal sealed class RequestBodyReader(SpecInfo spec, TypeRegistry registry, DiagnosticBag diagnostics)
{
    /// <param name="owner">The class that has the operation.</param>
    /// <param name="method">The name of the operation's method without <c>Async</c>.</param>
    /// <returns><see langword="null"/> if the body cannot be sent, which has been reported.</returns>
    public RequestBody? Read(SpecOperation operation, TypeName owner, string method)
    {
        if (operation.RequestBody is not { } node)
        {
            return RequestBody.None;
        }

        if (operation.RequestBodyReference is { Error: { } error } reference)
        {
            diagnostics.AddUnresolved(node, reference, error);
            return null;
        }

        if (!operation.RequestContent.Any())
        {
            return RequestBody.None;
        }

        if (operation.FindBody() is not { } body)
        {
            string expected = string.Join(", ", BodyMediaTypes.ByPreference);
            diagnostics.Add(
                DiagnosticRules.Unsupported, node, DisplayNames.Get(operation), $"its body has no schema for any of {expected}");
            return null;
        }

        BodyFormat format = GetFormat(body.MediaType);
        return new RequestSchemaReader(spec, format, registry, diagnostics).ReadBody(body.Schema, owner, method) is { } types
            ? new RequestBody(types, format, body.Schema.Required.Any())
            : null;
    }

    private static BodyFormat GetFormat(string mediaType) => mediaType switch
    {
        BodyMediaTypes.Form => BodyFormat.Form,
        BodyMediaTypes.Json => BodyFormat.Json,
        _ => BodyFormat.Multipart,
    };
}

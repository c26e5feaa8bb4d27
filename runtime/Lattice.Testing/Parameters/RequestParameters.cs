using System.Text;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>The parameters of a request, from its query and its body in any format.</summary>
internal sealed class RequestParameters
{
    private readonly List<BodyPart>? _parts;

    /// <param name="error">Why the parameters cannot be read; null if they can.</param>
    /// <param name="root">The parameters as a tree.</param>
    /// <param name="parts">The parameters in the order in which they were sent; null for JSON, where the tree has that order.</param>
    private RequestParameters(ApiError? error, ParameterNode root, List<BodyPart>? parts)
    {
        _parts = parts;
        Error = error;
        Root = root;
    }

    /// <summary>Why the parameters cannot be read; null if they can.</summary>
    public ApiError? Error { get; }

    public ParameterNode Root { get; }

    /// <summary>The values by their full names, in the order in which they were sent.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs
        => _parts?.Select(part => KeyValuePair.Create(part.Name, part.Value))
        ?? Root.Leaves.Select(leaf => KeyValuePair.Create(leaf.Name, leaf.Text!));

    /// <summary>The values in the order in which they were sent.</summary>
    public IEnumerable<string> Values => _parts?.Select(part => part.Value) ?? Root.Leaves.Select(leaf => leaf.Text!);

    public static RequestParameters Read(string query, string? contentType, byte[] body)
    {
        List<BodyPart> parts = [];
        ApiError? queryError = FormParser.Parse(Encoding.UTF8.GetBytes(query), parts);
        BodyFormat format = MediaTypes.FormatOf(contentType);
        if (format == BodyFormat.Json && body.Length > 0)
        {
            ApiError? treeError = ParameterTree.Build(parts, out ParameterNode properties);
            return new RequestParameters(queryError ?? treeError ?? JsonParameters.Read(body, properties), properties, parts: null);
        }

        ApiError? bodyError = format switch
        {
            BodyFormat.Multipart => MultipartParser.Parse(contentType!, body, parts),
            BodyFormat.Form => FormParser.Parse(body, parts),
            _ => null,
        };
        ApiError? nameError = ParameterTree.Build(parts, out ParameterNode root);
        return new RequestParameters(queryError ?? bodyError ?? nameError, root, parts);
    }
}

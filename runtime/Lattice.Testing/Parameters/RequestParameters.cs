using System.Text;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>The parameters of a request, from its query and its body in any format.</summary>
internal sealed class RequestParameters
{
    private RequestParameters(
        ApiError? error, ParameterNode root, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        Error = error;
        Root = root;
        Pairs = pairs;
    }

    /// <summary>Why the parameters cannot be read; null if they can.</summary>
    public ApiError? Error { get; }

    public ParameterNode Root { get; }

    /// <summary>The values by their full names, in the order in which they were sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; }

    /// <summary>The values sorted by name: the same for the same parameters in another order or encoding.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Canonical
        => [.. Root.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal)];

    public static RequestParameters Read(string query, string? contentType, byte[] body)
    {
        List<KeyValuePair<string, string>> pairs = [];
        FormParser.Parse(Encoding.UTF8.GetBytes(query), pairs);
        switch (MediaTypes.FormatOf(contentType))
        {
            case BodyFormat.Json when body.Length > 0:
                return OfJson(body, pairs);
            case BodyFormat.Multipart:
                List<BodyPart> parts = [.. pairs.Select(BodyPart.OfText)];
                return OfParts(MultipartParser.Parse(contentType!, body, parts), parts);
            case BodyFormat.Form:
                FormParser.Parse(body, pairs);
                break;
        }

        return OfParts(null, [.. pairs.Select(BodyPart.OfText)]);
    }

    private static RequestParameters OfParts(ApiError? bodyError, IReadOnlyList<BodyPart> parts)
    {
        ApiError? error = ParameterTree.Build(parts, out ParameterNode root);
        return new RequestParameters(
            bodyError ?? error, root, [.. parts.Select(part => KeyValuePair.Create(part.Name, part.Value))]);
    }

    private static RequestParameters OfJson(byte[] body, List<KeyValuePair<string, string>> query)
    {
        ApiError? error = ParameterTree.Build(query.Select(BodyPart.OfText), out ParameterNode root);
        error ??= JsonParameters.Read(body, root);
        return new RequestParameters(error, root, [.. root.Values]);
    }
}

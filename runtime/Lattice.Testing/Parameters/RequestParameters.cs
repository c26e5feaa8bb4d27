using System.Text;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Pipeline;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>The parameters of a request, from its query and its body, whatever the body's format.</summary>
internal sealed class RequestParameters
{
    private RequestParameters(
        ApiError? problem, ParameterNode root, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        Problem = problem;
        Root = root;
        Pairs = pairs;
    }

    /// <summary>Why they cannot be read; null when they can.</summary>
    public ApiError? Problem { get; }

    public ParameterNode Root { get; }

    /// <summary>The values by their whole names in the order they were sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; }

    /// <summary>The values by name, which are the same for the same parameters in another order or spelling.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Canonical
        => [.. Root.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal)];

    public static RequestParameters Read(ApiRequest request)
    {
        List<KeyValuePair<string, string>> pairs = [];
        FormParser.Parse(Encoding.UTF8.GetBytes(request.Query), pairs);
        switch (request.Format)
        {
            case BodyFormat.Json when request.Body.Length > 0:
                return OfJson(request.Body, pairs);
            case BodyFormat.Multipart:
                List<BodyPart> parts = [.. pairs.Select(BodyPart.OfText)];
                return OfParts(MultipartParser.Parse(request.ContentType!, request.Body, parts), parts);
            case BodyFormat.Form:
                FormParser.Parse(request.Body, pairs);
                break;
        }

        return OfParts(null, [.. pairs.Select(BodyPart.OfText)]);
    }

    private static RequestParameters OfParts(ApiError? malformed, IReadOnlyList<BodyPart> parts)
    {
        ApiError? problem = ParameterTree.Build(parts, out ParameterNode root);
        return new RequestParameters(
            malformed ?? problem, root, [.. parts.Select(part => KeyValuePair.Create(part.Name, part.Value))]);
    }

    private static RequestParameters OfJson(byte[] body, List<KeyValuePair<string, string>> query)
    {
        ApiError? problem = ParameterTree.Build(query.Select(BodyPart.OfText), out ParameterNode root);
        problem ??= JsonParameters.Read(body, root);
        return new RequestParameters(problem, root, [.. root.Values]);
    }
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Lattice.Parity.Requests;

/// <summary>Encodes parameters as the body of a request.</summary>
internal static class BodyEncoder
{
    public static HttpContent? Encode(ParityRequest request) => (request.MediaType, request.Body) switch
    {
        (null, _) or (_, null) => null,
        ("application/json", { } body) => new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        ("multipart/form-data", { } body) => EncodeMultipart(body),
        (_, { } body) => EncodeForm(body),
    };

    private static ByteArrayContent EncodeForm(JsonNode body)
    {
        IEnumerable<string> pairs = Flatten("", body)
            .Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}");
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('&', pairs)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return content;
    }

    private static MultipartFormDataContent EncodeMultipart(JsonNode body)
    {
        var content = new MultipartFormDataContent();
        foreach ((string name, string value) in Flatten("", body))
        {
            if (value == SampleParameters.File)
            {
                content.Add(new ByteArrayContent([1, 2, 3]), Quote(name), "file.png");
            }
            else
            {
                content.Add(new StringContent(value), Quote(name));
            }
        }

        return content;
    }

    private static string Quote(string name) => $"\"{name}\"";

    /// <summary>An object without properties adds no parameter, as in the libraries for Stripe's API.</summary>
    private static IEnumerable<(string Name, string Value)> Flatten(string name, JsonNode? node) => node switch
    {
        JsonObject values => values.SelectMany(value => Flatten(name.Length == 0 ? value.Key : $"{name}[{value.Key}]", value.Value)),
        JsonArray values => values.SelectMany(
            (value, index) => Flatten(string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]"), value)),
        null => [(name, "")],
        _ => [(name, node.ToString())],
    };
}

using System.Text;

namespace Lattice.TestSupport.Http;

/// <summary>A copy of one request, made while the handler may read it.</summary>
public sealed record RecordedRequest(
    HttpMethod Method,
    Uri Uri,
    IReadOnlyDictionary<string, string> Headers,
    byte[]? Bytes)
{
    public string? Body => Bytes is null ? null : Encoding.UTF8.GetString(Bytes);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<RecordedRequest> OfAsync(HttpRequestMessage request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, var values) in request.Headers.NonValidated)
        {
            headers.Add(name, values.ToString());
        }

        byte[]? body = null;
        if (request.Content is { } content)
        {
            foreach ((string name, var values) in content.Headers.NonValidated)
            {
                headers.Add(name, values.ToString());
            }

            if (content.Headers.ContentLength is { } length)
            {
                headers["Content-Length"] = length.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            // CopyToAsync writes directly from the library's memory; ReadAsByteArrayAsync would keep a copy in the content.
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            body = copy.ToArray();
        }

        return new RecordedRequest(request.Method, request.RequestUri!, headers, body);
    }
}

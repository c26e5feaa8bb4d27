namespace Lattice.Fuzz.Requests;

/// <summary>A request as it is sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">The path and the query; <see cref="LastId"/> stands for the id of the last object that was returned.</param>
/// <param name="Headers">The headers, without that of the content's type.</param>
/// <param name="ContentType">The type of the content; null if it has none.</param>
/// <param name="Body">The content; null for a request without content.</param>
internal sealed record SentRequest(
    string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, string? ContentType, byte[]? Body)
{
    public const string LastId = "LASTID";

    public string? FindHeader(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The message for a client; null if the target is not a URL, or the method not a method.</summary>
    public HttpRequestMessage? ToMessage(string lastId)
    {
        if (!Uri.TryCreate("https://api.stripe.com" + Target.Replace(LastId, lastId, StringComparison.Ordinal), UriKind.Absolute, out Uri? address))
        {
            return null;
        }

        var message = new HttpRequestMessage(new HttpMethod(Method), address);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (ContentType is not null)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }
        }

        foreach ((string name, string value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    public override string ToString() => string.Join('\n',
    [
        $"{Method} {Target}",
        .. Headers.Select(header => $"{header.Key}: {header.Value}"),
        $"Content-Type: {ContentType}",
        "",
        Body is null ? "" : System.Text.Encoding.Latin1.GetString(Body),
    ]);
}

using System.Net.Http.Headers;

namespace Lattice.Stripe.Transport;

/// <summary>A body with files. The fields are in memory, the files are streamed.</summary>
internal sealed class MultipartBody(
    List<KeyValuePair<string, string>> fields, IReadOnlyList<KeyValuePair<string, StripeFileUpload?>> files) : RequestBody
{
    public override HttpContent CreateContent()
    {
        var content = new MultipartFormDataContent();
        foreach (KeyValuePair<string, string> field in fields)
        {
            content.Add(new StringContent(field.Value) { Headers = { ContentType = null } }, Quote(field.Key));
        }

        foreach (KeyValuePair<string, StripeFileUpload?> file in files)
        {
            if (file.Value is { } upload)
            {
                content.Add(new FileContent(upload) { Headers = { ContentType = MediaTypeHeaderValue.Parse(upload.ContentType) } }, Quote(file.Key), Quote(upload.FileName));
            }
        }

        return content;
    }

    /// <summary>Nothing to give back: the files are the caller's.</summary>
    public override void Dispose()
    {
    }

    // RFC 7578, section 2, by way of RFC 2183: a quoted string, in which a quote would end the name.
    private static string Quote(string name) =>
        $"\"{name.Replace("\"", "%22", StringComparison.Ordinal).ReplaceLineEndings("%0A")}\"";
}

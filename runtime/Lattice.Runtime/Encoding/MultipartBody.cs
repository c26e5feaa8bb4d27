using System.Net.Http.Headers;
using System.Text;

namespace Lattice.Stripe.Serialization;

/// <summary>A body with files (RFC 7578). The fields are in memory, the files are streamed.</summary>
internal sealed class MultipartBody(
    List<KeyValuePair<string, string>> fields, IReadOnlyList<KeyValuePair<string, StripeFileUpload?>> files) : RequestBody
{
    private readonly KeyValuePair<string, StripeFileUpload>[] _files =
        [.. from file in files where file.Value is not null select KeyValuePair.Create(file.Key, file.Value)];

    public override bool CanSendAgain => _files.All(file => file.Value.Content.CanSeek);

    public override HttpContent CreateContent()
    {
        // Names are UTF-8 as they are (RFC 7578, section 5.1); MultipartFormDataContent would encode them for mail.
        var content = new MultipartContent("form-data") { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        foreach (KeyValuePair<string, string> field in fields)
        {
            Add(content, new ByteArrayContent(Encoding.UTF8.GetBytes(field.Value)), $"name={Quote(field.Key)}");
        }

        foreach ((string name, StripeFileUpload file) in _files)
        {
            var part = new FileContent(file) { Headers = { ContentType = MediaTypeHeaderValue.Parse(file.ContentType) } };
            Add(content, part, $"name={Quote(name)}; filename={Quote(file.FileName)}");
        }

        return content;
    }

    /// <summary>Nothing to give back: the files are the caller's.</summary>
    public override void Dispose()
    {
    }

    private static void Add(MultipartContent content, HttpContent part, string parameters)
    {
        part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; " + parameters);
        content.Add(part);
    }

    // As the HTML standard does it: what would end the quoted string or the line is percent-encoded.
    private static string Quote(string name) =>
        '"' + name
            .Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal) + '"';
}

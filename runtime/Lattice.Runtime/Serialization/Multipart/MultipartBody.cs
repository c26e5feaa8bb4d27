using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Lattice.Stripe.Serialization.Multipart;

/// <summary>A body with files (RFC 7578). The fields are in memory; the files are streamed.</summary>
internal sealed class MultipartBody(List<KeyValuePair<string, string>> fields, UploadedFile[] files) : RequestBody
{
    private UploadFailureException? _failure;
    private int _readsOfAttempt;
    private int _ended;

    public override bool IsReplayable => Array.TrueForAll(files, file => file.Upload.IsReplayable);

    // A server can reject the request before megabytes are sent.
    public override bool ExpectsContinue => files.Length > 0;

    public override UploadFailureException? Failure => Volatile.Read(ref _failure);

    public override HttpContent CreateContent()
    {
        // The failure of an earlier attempt does not count for this one.
        _readsOfAttempt = 0;
        Volatile.Write(ref _failure, null);

        // Names are plain UTF-8 (RFC 7578, section 5.1); MultipartFormDataContent would encode them as in email.
        var content = new MultipartContent("form-data") { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        foreach (KeyValuePair<string, string> field in fields)
        {
            Add(content, new ByteArrayContent(Encoding.UTF8.GetBytes(field.Value)), $"name={Quote(field.Key)}");
        }

        foreach (UploadedFile file in files)
        {
            var part = new FileContent(this, file) { Headers = { ContentType = MediaTypeHeaderValue.Parse(file.Upload.ContentType) } };
            Add(content, part, $"name={Quote(file.Name)}; filename={Quote(file.Upload.FileName)}");
        }

        return new UploadContent(this, content);
    }

    /// <summary>Records that the content is about to be read.</summary>
    /// <exception cref="ObjectDisposedException">The call has ended.</exception>
    public void BeginRead()
    {
        // Set before the check whether the call has ended, so that the end of the call sees either this flag or no sent bytes.
        WasRead = true;
        Interlocked.Increment(ref _readsOfAttempt);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _ended) == 1, typeof(HttpContent));
    }

    /// <summary>Records that a stream of the caller's failed, and returns the exception for it. It ends the call.</summary>
    public UploadFailureException Fail(UploadedFile file, string reason, Exception? inner)
    {
        var failure = new UploadFailureException(file.Name, reason, isOfFirstRead: Volatile.Read(ref _readsOfAttempt) == 1, inner);
        Volatile.Write(ref _failure, failure);
        return failure;
    }

    /// <summary>Ends the call: no new read may start. The caller owns the files.</summary>
    public override void Dispose() => Interlocked.Exchange(ref _ended, 1);

    private static void Add(MultipartContent content, HttpContent part, string parameters)
    {
        part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; " + parameters);
        content.Add(part);
    }

    // As in the HTML standard: characters that would end the quoted string or the line are percent-encoded, and here also every other
    // control character, which no header may contain.
    private static string Quote(string name)
    {
        var quoted = new StringBuilder("\"", name.Length + 2);
        foreach (char character in name)
        {
            if (character == '"' || character < ' ' || character == '\x7F')
            {
                quoted.Append('%').Append(((int)character).ToString("X2", CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(character);
            }
        }

        return quoted.Append('"').ToString();
    }
}

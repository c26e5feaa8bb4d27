using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Lattice.Slice.Specifications;

/// <summary>Fetches a specification over HTTP.</summary>
/// <param name="silence">How long the server may send nothing.</param>
/// <param name="progress">Receives a text for the user while the download proceeds.</param>
internal sealed class SpecDownload(TimeSpan silence, Action<string> progress)
{
    /// <summary>How long a server may send nothing, unless a caller says otherwise.</summary>
    public static readonly TimeSpan DefaultSilence = TimeSpan.FromMinutes(1);

    // Stripe's document has about 8 MB.
    private const int MaxBytes = 256 * 1024 * 1024;

    private const int BufferSize = 64 * 1024;

    /// <param name="name">The address in messages.</param>
    /// <param name="tag">The entity tag of a document that the caller has; <see langword="null"/> if it has none.</param>
    /// <exception cref="SpecUnavailableException">There was no complete response with status 200, or 304 for the entity tag.</exception>
    public async Task<SpecResponse> FetchAsync(Uri address, string name, string? tag, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(silence);
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using HttpRequestMessage request = CreateRequest(address, tag);
        try
        {
            using HttpResponseMessage response =
                await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => new(await ReadAsync(response.Content, address, name, timeout), response.Headers.ETag?.ToString()),
                HttpStatusCode.NotModified when tag is not null => SpecResponse.NotModified,
                _ => throw new SpecUnavailableException(
                    $"{name} returned {(int)response.StatusCode} {response.ReasonPhrase} instead of a specification."),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new SpecUnavailableException(Describe(exception, name));
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // The first is thrown for gzip and deflate, the second for Brotli.
            throw new SpecUnavailableException($"Cannot download {name}: the response cannot be decompressed. Try again.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SpecUnavailableException(string.Create(
                CultureInfo.InvariantCulture, $"Cannot download {name}: the server sent nothing for {silence.TotalSeconds} seconds."));
        }
    }

    private static HttpRequestMessage CreateRequest(Uri address, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new("lattice", typeof(SpecDownload).Assembly.GetName().Version!.ToString(3)));
        if (tag is not null && EntityTagHeaderValue.TryParse(tag, out EntityTagHeaderValue? parsed))
        {
            request.Headers.IfNoneMatch.Add(parsed);
        }

        return request;
    }

    private async Task<byte[]> ReadAsync(HttpContent content, Uri address, string name, CancellationTokenSource timeout)
    {
        // Absent if the response is compressed.
        long? length = content.Headers.ContentLength;
        using var document = new MemoryStream();
        await using Stream stream = await content.ReadAsStreamAsync(timeout.Token);
        byte[] buffer = new byte[BufferSize];
        while (await stream.ReadAsync(buffer, timeout.Token) is > 0 and int read)
        {
            timeout.CancelAfter(silence);
            document.Write(buffer, 0, read);
            progress(DownloadProgress.Describe(address.Host, document.Length, length));
            if (document.Length > MaxBytes)
            {
                throw new SpecUnavailableException($"{name} returned more than {MaxBytes >> 20} MB, which cannot be a specification.");
            }
        }

        return document.ToArray();
    }

    private static string Describe(Exception exception, string name)
    {
        HttpRequestError error = exception switch
        {
            HttpRequestException request => request.HttpRequestError,
            HttpIOException body => body.HttpRequestError,
            _ => HttpRequestError.Unknown,
        };
        return error switch
        {
            HttpRequestError.ResponseEnded => $"{name} closed the connection before the download was complete. Try again.",
            HttpRequestError.NameResolutionError =>
                $"Cannot download {name}: the name of the server cannot be resolved. Check the address and the network connection.",
            _ => $"Cannot download {name}: {exception.GetBaseException().Message.TrimEnd('.')}.",
        };
    }
}

/// <summary>A successful response.</summary>
/// <param name="Document">The document; <see langword="null"/> if it has not changed.</param>
/// <param name="Tag">The entity tag, if the server sent one.</param>
internal sealed record SpecResponse(byte[]? Document, string? Tag)
{
    /// <summary>The response to a request with an entity tag that is still that of the document.</summary>
    public static readonly SpecResponse NotModified = new(null, null);
}

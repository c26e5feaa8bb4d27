using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Lattice.Slice.Files;

namespace Lattice.Slice.Specifications;

/// <summary>Fetches a specification over HTTP.</summary>
/// <param name="progress">Receives a text for the user while the download proceeds.</param>
internal sealed class SpecDownload(DownloadLimits limits, Action<string> progress)
{
    private const int BufferSize = 64 * 1024;

    /// <param name="name">The address in messages.</param>
    /// <param name="tag">The entity tag of a document that the caller has; <see langword="null"/> if it has none.</param>
    /// <exception cref="SpecUnavailableException">There was no complete response with status 200, or 304 for the entity tag.</exception>
    public async Task<SpecResponse> FetchAsync(Uri address, string name, string? tag, CancellationToken cancellationToken)
    {
        using var total = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        total.CancelAfter(limits.Total);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(total.Token);
        timeout.CancelAfter(limits.Silence);
        using var handler = new RedirectHandler(
            new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false });
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
            (string what, TimeSpan limit) = total.IsCancellationRequested
                ? ("it did not end within", limits.Total)
                : ("the server sent nothing for", limits.Silence);
            throw new SpecUnavailableException(string.Create(
                CultureInfo.InvariantCulture, $"Cannot download {name}: {what} {limit.TotalSeconds} seconds."));
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
        EnsureSize(length ?? 0, name);
        using var document = new MemoryStream();
        await using Stream stream = await content.ReadAsStreamAsync(timeout.Token);
        byte[] buffer = new byte[BufferSize];
        while (await stream.ReadAsync(buffer, timeout.Token) is > 0 and int read)
        {
            timeout.CancelAfter(limits.Silence);
            document.Write(buffer, 0, read);
            EnsureSize(document.Length, name);
            progress(DownloadProgress.Describe(address.Host, document.Length, length));
        }

        return document.ToArray();
    }

    private static void EnsureSize(long length, string name)
    {
        if (length > InputFile.MaxBytes)
        {
            throw new SpecUnavailableException(
                $"{name} returned more than {InputFile.MaxBytes >> 20} MB, which cannot be a specification. Check the address.");
        }
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

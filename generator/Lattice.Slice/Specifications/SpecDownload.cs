using System.Net;

namespace Lattice.Slice.Specifications;

/// <summary>Fetches a specification over HTTP.</summary>
internal static class SpecDownload
{
    // Stripe's document has about 8 MB.
    private const int MaxBytes = 256 * 1024 * 1024;

    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(2);

    /// <param name="name">The address in messages.</param>
    /// <exception cref="CommandFailedException">There was no complete response with status 200.</exception>
    public static async Task<byte[]> FetchAsync(Uri address, string name, CancellationToken cancellationToken)
    {
        using var handler = new RedirectHandler(
            new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false });
        using var client = new HttpClient(handler) { Timeout = s_timeout, MaxResponseContentBufferSize = MaxBytes };
        client.DefaultRequestHeaders.UserAgent.Add(new("lattice", typeof(SpecDownload).Assembly.GetName().Version!.ToString(3)));
        try
        {
            using HttpResponseMessage response = await client.GetAsync(address, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK
                ? await response.Content.ReadAsByteArrayAsync(cancellationToken)
                : throw new CommandFailedException(
                    $"{name} returned {(int)response.StatusCode} {response.ReasonPhrase} instead of a specification.");
        }
        catch (HttpRequestException exception)
        {
            throw new CommandFailedException(exception.HttpRequestError switch
            {
                HttpRequestError.ResponseEnded => $"{name} closed the connection before the download was complete. Try again.",
                HttpRequestError.ConfigurationLimitExceeded =>
                    $"{name} returned more than {MaxBytes >> 20} MB, which cannot be a specification. Check the address.",
                _ => $"Cannot download {name}: {exception.GetBaseException().Message}",
            });
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // The first is thrown for gzip and deflate, the second for Brotli.
            throw new CommandFailedException($"{name} sent data that cannot be decompressed. Try again.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandFailedException($"{name} did not send a specification within {s_timeout.TotalMinutes:0} minutes. "
                + "Try again, or download the document and pass its path with --spec.");
        }
    }
}

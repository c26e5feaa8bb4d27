using System.Net.Http.Headers;
using Lattice.Parity.Requests;

namespace Lattice.Parity.Comparing;

/// <summary>Sends requests to one of the two servers.</summary>
internal sealed class Sender(HttpMessageHandler handler, Uri server) : IDisposable
{
    private readonly HttpClient _http = new(handler) { BaseAddress = server };

    /// <exception cref="HttpRequestException">The server did not respond.</exception>
    public async Task<Outcome> SendAsync(ParityRequest request)
    {
        try
        {
            return await SendOnceAsync(request);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            throw new HttpRequestException($"{server} did not respond to {request}: {exception.GetBaseException().Message}", exception);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Outcome> SendOnceAsync(ParityRequest request)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Path) { Content = BodyEncoder.Encode(request) };
        if (request.Authorization is { } authorization)
        {
            message.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        foreach ((string name, string value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));

        using HttpResponseMessage response = await _http.SendAsync(message);
        return Outcome.Read((int)response.StatusCode, await response.Content.ReadAsStringAsync(), request.Param);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Lattice.Stripe.Testing.Webhooks;

/// <summary>Posts changes to endpoints, one after another, in the background.</summary>
internal sealed class WebhookSender(TimeProvider clock) : IAsyncDisposable
{
    private const int MaximumCount = 5_000;

    /// <summary>The maximum memory of the webhooks that were sent, in bytes, as an estimate.</summary>
    private const long MaximumBytes = 64 * 1024 * 1024;

    /// <summary>The object and the event in JSON, in UTF-8 and UTF-16.</summary>
    private const int BytesPerCharacter = 4;

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    private readonly object _gate = new();
    private readonly HttpClient _http = CreateClient();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Queue<SentWebhook> _sent = [];
    private long _size;
    private Target[] _targets = [];
    private Task _last = Task.CompletedTask;

    public void Add(Uri endpoint, SecretString secret)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("The URL of a webhook endpoint must be an absolute URL of http or https.", nameof(endpoint));
        }

        if (!secret.HasValue || secret.Reveal().Length == 0)
        {
            throw new ArgumentException("The secret is empty. Pass the secret that the endpoint verifies with.", nameof(secret));
        }

        lock (_gate)
        {
            _targets = [.. _targets, new Target(endpoint, secret)];
        }
    }

    /// <summary>Sends a change to all endpoints, without waiting for them.</summary>
    public void Send(StandInChange change)
    {
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            foreach (Target target in _targets)
            {
                Task previous = _last;
                _last = Task.Run(() => SendAsync(previous, change, target));
            }
        }
    }

    public async Task<IReadOnlyList<SentWebhook>> GetSentAsync(CancellationToken cancellationToken)
    {
        Task last;
        lock (_gate)
        {
            last = _last;
        }

        await last.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            return [.. _sent];
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await GetSentAsync(CancellationToken.None).ConfigureAwait(false);
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task SendAsync(Task previous, StandInChange change, Target target)
    {
        await previous.ConfigureAwait(false);
        SentWebhook sent = await PostAsync(change, target).ConfigureAwait(false);
        lock (_gate)
        {
            _sent.Enqueue(sent);
            _size += SizeOf(sent);
            while (_sent.Count > MaximumCount || (_size > MaximumBytes && _sent.Count > 1))
            {
                _size -= SizeOf(_sent.Dequeue());
            }
        }
    }

    private static long SizeOf(SentWebhook sent) => (long)sent.Change.EventJson.Length * BytesPerCharacter;

    private async Task<SentWebhook> PostAsync(StandInChange change, Target target)
    {
        byte[] payload = Encoding.UTF8.GetBytes(change.EventJson);
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Endpoint) { Content = new ByteArrayContent(payload) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(StripeWebhook.SignatureHeader, StripeWebhookSigner.Sign(payload, target.Secret, clock.GetUtcNow()));
        try
        {
            using HttpResponseMessage response = await _http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _stopping.Token).ConfigureAwait(false);
            return new SentWebhook(change, target.Endpoint, (int)response.StatusCode, error: null);
        }
        catch (HttpRequestException exception)
        {
            return new SentWebhook(change, target.Endpoint, statusCode: null, exception.Message);
        }
        catch (OperationCanceledException)
        {
            string error = _stopping.IsCancellationRequested
                ? "The server was stopped."
                : string.Create(CultureInfo.InvariantCulture, $"There was no response within {s_timeout.TotalSeconds} seconds.");
            return new SentWebhook(change, target.Endpoint, statusCode: null, error);
        }
    }

    private static HttpClient CreateClient()
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,

            // Stripe's webhooks are not part of the trace of the request that caused them.
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        };
        return new HttpClient(handler) { Timeout = s_timeout };
    }

    private sealed record Target(Uri Endpoint, SecretString Secret);
}

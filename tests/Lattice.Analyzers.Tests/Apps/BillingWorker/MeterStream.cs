using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Lattice.Stripe;
using Lattice.Stripe.V2.Billing;

namespace Contoso.BillingWorker;

/// <summary>Keeps the token of the stream in memory until shortly before it expires. It is never written anywhere.</summary>
public sealed class MeterSessionCache(IStripeClient stripe, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private MeterEventSession? _session;

    public async ValueTask<SecretString> GetTokenAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            MeterEventSession? session = _session;
            if (session is null || session.ExpiresAt - TimeSpan.FromMinutes(1) <= clock.GetUtcNow())
            {
                // A session that nobody uses just expires, so this call needs no key of ours, and the client may repeat it.
                var options = new StripeRequestOptions { MaxRetries = 3 };
                _session = session = await MeterEventSession.CreateAsync(stripe, options, cancellationToken);
            }

            return session.AuthenticationToken;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Invalidate() => _session = null;

    public void Dispose() => _gate.Dispose();
}

/// <summary>Sends many events in one request to Stripe's stream, which has a token of its own and is not part of the SDK.</summary>
public sealed class MeterStreamClient(HttpClient http, MeterSessionCache sessions)
{
    public async Task SendAsync(IReadOnlyCollection<UsageRecord> records, CancellationToken cancellationToken)
    {
        SecretString token = await sessions.GetTokenAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, "v2/billing/meter_event_stream")
        {
            Content = JsonContent.Create(new
            {
                events = records.Select(record => new
                {
                    event_name = record.Meter,
                    identifier = record.OrderNumber,
                    timestamp = record.ShippedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                    payload = new { stripe_customer_id = record.CustomerId, value = record.Units.ToString(CultureInfo.InvariantCulture) },
                }),
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        request.Headers.Add("Stripe-Version", StripeApiVersion.Current);

        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            sessions.Invalidate();
        }

        response.EnsureSuccessStatusCode();
    }
}

using System.Net.Http.Headers;
using System.Text;

namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>Sends requests to a stand-in over HttpClient, as a program would.</summary>
internal sealed class Caller : IDisposable
{
    public const string Key = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";

    private readonly HttpClient _http;

    public Caller(StripeStandIn stripe)
        : this(new HttpClient(stripe.CreateHandler()) { BaseAddress = new Uri("https://api.stripe.com/") })
    {
        Stripe = stripe;
    }

    public Caller(HttpClient http)
    {
        _http = http;
    }

    /// <summary>A caller of a new stand-in for a slice.</summary>
    public static Caller Of(string slice)
        => new(new StripeStandIn(new StripeStandInOptions { Slice = StripeSlice.Parse(slice), TimeProvider = Clock }));

    /// <summary>A caller of a new stand-in without a memory, to which every id stands for an object.</summary>
    public static Caller OfForgetful(string slice) => new(
        new StripeStandIn(new StripeStandInOptions { Slice = StripeSlice.Parse(slice), TimeProvider = Clock, MaxObjectBytes = 0 }));

    public static TimeProvider Clock { get; } = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    public StripeStandIn? Stripe { get; }

    public Task<Reply> PostAsync(string path, string form = "", string? authorization = $"Bearer {Key}")
        => SendAsync(HttpMethod.Post, path, form, authorization);

    /// <summary>Posts a form with a valid key and further headers.</summary>
    public Task<Reply> PostAsync(string path, string form, params (string Name, string Value)[] headers)
        => PostAsync(path, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"), headers);

    public Task<Reply> PostJsonAsync(string path, string json, params (string Name, string Value)[] headers)
        => PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    public async Task<Reply> PostAsync(string path, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Add("Authorization", $"Bearer {Key}");
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request);
    }

    public Task<Reply> GetAsync(string path, string key = Key) => SendAsync(HttpMethod.Get, path, form: null, $"Bearer {key}");

    /// <summary>Sends a GET request for a connected account.</summary>
    public Task<Reply> GetOfAccountAsync(string path, string account, string header = "Stripe-Account")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Authorization", $"Bearer {Key}");
        request.Headers.Add(header, account);
        return SendAsync(request);
    }

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, form: null, $"Bearer {Key}");

    public Task<Reply> SendAsync(HttpMethod method, string path, string? form, string? authorization)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (form is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(form));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        }

        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await _http.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    public void Dispose() => _http.Dispose();
}

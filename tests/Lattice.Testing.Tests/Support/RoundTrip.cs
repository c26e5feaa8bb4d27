using System.Reflection;
using Lattice.Parity.Requests;

namespace Lattice.Stripe.Testing.Tests.Support;

/// <summary>Stubs the stand-in with the resources of its own responses.</summary>
internal sealed class RoundTrip : IDisposable
{
    private readonly StripeStandIn _stripe;
    private readonly HttpClient _http;

    private RoundTrip(StripeSlice slice)
    {
        _stripe = new StripeStandIn(new StripeStandInOptions { Slice = slice, TimeProvider = Caller.Clock, MaxObjectBytes = 0 });
        _http = new HttpClient(_stripe.CreateHandler()) { BaseAddress = new Uri("https://api.stripe.com/") };
    }

    /// <summary>Tests each operation that types were generated for, with each valid request.</summary>
    /// <returns>The number of requests.</returns>
    public static async Task<int> RunAsync(Assembly types, string spec)
    {
        using var trip = new RoundTrip(StripeSlice.Parse(spec));
        ILookup<string, ParityRequest> requests = ParityRequests.Create(Specification.Parse(spec))
            .Where(request => request.Kind is "required parameters" or "all parameters")
            .ToLookup(request => request.Operation);

        int count = 0;
        foreach (dynamic operation in OperationsOf(types))
        {
            foreach (ParityRequest request in requests[(string)operation.ToString()])
            {
                await trip.TryAsync(operation, request);
                count++;
            }
        }

        return count;
    }

    public void Dispose()
    {
        _http.Dispose();
        _stripe.Dispose();
    }

    private static IEnumerable<object> OperationsOf(Assembly types)
        => from type in types.GetExportedTypes()
           from property in type.GetProperties(BindingFlags.Public | BindingFlags.Static)
           where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(StripeOperation<,>)
           select property.GetValue(null)!;

    private async Task TryAsync<TParams, TResource>(StripeOperation<TParams, TResource> operation, ParityRequest request)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        string response = await SendAsync(request);
        TResource resource = await DecodeAsync(operation, response);
        _stripe.On(operation).RespondWith(resource);
        string again = await SendAsync(request);

        JsonAssert.Same(response, again);
        Assert.Empty((await DecodeAsync(operation, again)).GetMissingFields());
    }

    private async Task<string> SendAsync(ParityRequest request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Path) { Content = BodyEncoder.Encode(request) };
        message.Headers.Add("Authorization", request.Authorization);
        using HttpResponseMessage response = await _http.SendAsync(message);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{request}: {body}");
        return body;
    }

    private static async Task<TResource> DecodeAsync<TParams, TResource>(StripeOperation<TParams, TResource> operation, string response)
        where TParams : StripeParams
        where TResource : StripeResource
    {
        using var handler = new CannedHandler(response);
        using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key }, handler);
        string[] path = [.. operation.RouteTemplate.Split('/').Where(segment => segment.StartsWith('{'))];
        return await operation.SendAsync(client, PathParameters.Create(path), null, null, CancellationToken.None);
    }
}

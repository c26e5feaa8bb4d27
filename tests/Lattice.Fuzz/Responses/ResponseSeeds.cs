using System.Text;
using Lattice.Parity.Requests;
using Lattice.Stripe.Testing;
using Lattice.TestSupport;

namespace Lattice.Fuzz.Responses;

/// <summary>Valid bodies: what the stand-in returns for each operation of the SDK, and errors.</summary>
internal sealed class ResponseSeeds(IReadOnlyDictionary<string, IReadOnlyList<string>> resources)
{
    /// <summary>The resources, by the method and the route of the operation.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Resources => resources;

    public static IReadOnlyList<string> Errors { get; } =
    [
        """{ "error": { "type": "invalid_request_error", "code": "parameter_missing", "param": "type", "message": "Missing required param: type.", "doc_url": "https://stripe.com/docs/error-codes/parameter-missing" } }""",
        """{ "error": { "type": "card_error", "code": "card_declined", "decline_code": "do_not_honor", "advice_code": "try_again_later", "charge": "ch_1", "message": "Your card was declined." } }""",
        """{ "error": { "type": "idempotency_error", "code": "idempotency_key_in_use", "message": "Another request is in progress." } }""",
        """{ "error": { "type": "api_error", "message": "An error occurred.", "request_log_url": "https://dashboard.stripe.com/logs/req_1" } }""",
        """{ "error": { "type": "rate_limit", "code": "rate_limit", "message": "Too many requests.", "user_message": "Try again." } }""",
        """{ "error": { "code": "not_found", "message": "Not found." } }""",
        """{ "error": "invalid_grant", "error_description": "The code is invalid." }""",
        """{ "message": "no route", "request_id": "1" }""",
    ];

    public static async Task<ResponseSeeds> CreateAsync()
    {
        string slice = await File.ReadAllTextAsync(Repository.Slice);

        // Without a memory, so that every id in a path stands for an object.
        using var stripe = new StripeStandIn(new StripeStandInOptions { MaxObjectBytes = 0, TimeProvider = new StandingClock() });
        using var client = new HttpMessageInvoker(stripe.CreateHandler());
        Dictionary<string, List<string>> resources = new(StringComparer.Ordinal);
        IEnumerable<ParityRequest> valid = ParityRequests.Create(Specification.Parse(slice))
            .Where(request => request.Kind is "required parameters" or "all parameters");
        foreach (ParityRequest request in valid)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, "https://api.stripe.com" + request.Path)
            {
                Content = BodyEncoder.Encode(request),
            };
            message.Headers.TryAddWithoutValidation("Authorization", request.Authorization);
            using HttpResponseMessage response = await client.SendAsync(message, CancellationToken.None);
            if (response.IsSuccessStatusCode)
            {
                resources.TryAdd(request.Operation, []);
                resources[request.Operation].Add(Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
            }
        }

        return new ResponseSeeds(resources.ToDictionary(
            entry => entry.Key, entry => (IReadOnlyList<string>)entry.Value, StringComparer.Ordinal));
    }
}

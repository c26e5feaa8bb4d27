using System.Globalization;
using System.Text.Json;
using Lattice.Fuzz.Findings;
using Lattice.Fuzz.Running;
using Lattice.Stripe.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Lattice.Fuzz.Requests;

/// <summary>Requests that are sent to a stand-in one after the other, and each of them twice.</summary>
/// <param name="slice">The slice of the stand-in.</param>
/// <param name="requests">The requests.</param>
internal sealed class RequestInput(StripeSlice slice, IReadOnlyList<SentRequest> requests) : IFuzzInput
{
    public IEnumerable<InputFile> Files => requests.Select((request, index) => new InputFile(
        string.Create(CultureInfo.InvariantCulture, $"request-{index}.txt"), System.Text.Encoding.Latin1.GetBytes(request.ToString())));

    public async Task<IReadOnlyList<Violation>> CheckAsync()
    {
        var violations = new Violations();
        IReadOnlyList<ReceivedResponse> first = await SendAsync(violations);
        IReadOnlyList<ReceivedResponse> second = await SendAsync(new Violations());
        violations.Add(RequestInvariants.CheckRepeated(first, second));
        return violations.All;
    }

    private async Task<IReadOnlyList<ReceivedResponse>> SendAsync(Violations violations)
    {
        using var stripe = new StripeStandIn(new StripeStandInOptions
        {
            Slice = slice,
            TimeProvider = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)),
        });
        using var client = new HttpMessageInvoker(stripe.CreateHandler());
        List<ReceivedResponse> responses = [];
        string lastId = "cus_1";
        foreach (SentRequest request in requests)
        {
            if (await SendAsync(client, request, lastId) is not { } response)
            {
                continue;
            }

            ReceivedResponse repeated = (await SendAsync(client, request, lastId))!;
            violations.Add(RequestInvariants.Check(request, response));
            violations.Add(RequestInvariants.CheckReplayed(request, response, repeated));
            responses.Add(response);
            lastId = FindId(response) ?? lastId;
        }

        violations.Add(RequestInvariants.CheckLog(stripe.Requests));
        return responses;
    }

    private static async Task<ReceivedResponse?> SendAsync(HttpMessageInvoker client, SentRequest request, string lastId)
    {
        using HttpRequestMessage? message = request.ToMessage(lastId);
        if (message is null)
        {
            return null;
        }

        using HttpResponseMessage response = await client.SendAsync(message, CancellationToken.None);
        return await ReceivedResponse.ReadAsync(response);
    }

    private static string? FindId(ReceivedResponse response) =>
        response.IsSuccess && response.Parse() is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("id", out JsonElement id)
            ? id.GetString()
            : null;
}

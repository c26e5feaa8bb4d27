using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Conformance.Calls;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Decoding;

/// <summary>
/// Responds to every create operation with sample resources and with Stripe's own examples, and compares the decoded resources with
/// the JSON.
/// </summary>
internal sealed class DecodingCheck(Fixtures? fixtures, CoveredTypes covered, MismatchLog mismatches, ICollection<string> explained)
{
    // Limits the loop over union cases if a specification contains a very large union.
    private const int MaxCases = 64;

    private readonly HashSet<string> _expanded = new(StringComparer.Ordinal);

    public async Task RunAsync(CreateOperation create, GeneratedOperation operation)
    {
        if (create.Response is not { } response)
        {
            await DecodeAsync(create, operation, new ObjectShape("nothing", new(() => [])), "{}"u8.ToArray(), "an empty object");
            return;
        }

        await DecodeFixturesAsync(create, operation, response);

        int unionCases = 1;
        foreach (ResponseVariant variant in ResponseVariant.Common)
        {
            unionCases = Math.Max(unionCases, await DecodeSampleAsync(create, operation, response, variant));
        }

        for (int unionCase = 1; unionCase < Math.Min(unionCases, MaxCases); unionCase++)
        {
            await DecodeSampleAsync(create, operation, response, ResponseVariant.OfCase(unionCase));
        }
    }

    private async Task DecodeFixturesAsync(CreateOperation create, GeneratedOperation operation, Shape response)
    {
        if (fixtures is null)
        {
            return;
        }

        (string Id, JsonElement Json)[] examples = [.. fixtures.Find(create.ResourceId!, response)];
        if (examples.Length == 0)
        {
            Add(create, $"there is no fixture for {create.ResourceId}");
        }

        foreach ((string id, JsonElement json) in examples)
        {
            foreach (string difference in FixtureDifferences.Find(response, json))
            {
                if (KnownFixtureDifferences.Explain(id, difference) is { } reason)
                {
                    explained.Add($"{create.Name}: the fixture for {id}: {difference}: {reason}");
                }
                else
                {
                    Add(create, $"the fixture for {id} does not match the specification: {difference}");
                }
            }

            await DecodeAsync(create, operation, response, System.Text.Encoding.UTF8.GetBytes(json.GetRawText()), $"the fixture for {id}");
        }
    }

    private async Task<int> DecodeSampleAsync(CreateOperation create, GeneratedOperation operation, Shape response, ResponseVariant variant)
    {
        var samples = new SampleResponses(variant, _expanded);
        try
        {
            JsonNode json = samples.Create(response)!;
            await DecodeAsync(create, operation, response, ResponseJsonWriter.Write(json, variant.Escaped), variant.Name);
        }
        catch (UnknownShapeException exception)
        {
            Add(create, $"this program has no check for {exception.Message}");
        }

        return samples.Cases;
    }

    private async Task DecodeAsync(CreateOperation create, GeneratedOperation operation, Shape response, byte[] json, string sample)
    {
        using var handler = new RecordingHandler { Response = json };
        using var client = new StripeClient(
            new StripeClientOptions { ApiKey = "sk_test_conformance", MaxResponseBytes = 100 * 1024 * 1024 }, handler);
        try
        {
            CallResult result = await operation.CallAsync(client, create.PathParameters.Select(name => name), null);
            if (result.Resource is not { } resource)
            {
                Add(create, $"the response could not be decoded: {result.Error}", sample);
                return;
            }

            var comparison = new ResponseComparison(
                covered, reason => Add(create, $"response {reason}"), reason => Add(create, $"response {reason}", sample));
            comparison.Compare(response, JsonElement.Parse(json), resource, "");
        }
        catch (CallException exception)
        {
            Add(create, $"the call threw {exception.Message}", sample);
        }
    }

    private void Add(CreateOperation create, string reason, string? sample = null) =>
        mismatches.Add(Check.Decode, create.Name, reason, sample);
}

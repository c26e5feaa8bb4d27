using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Conformance.Calls;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Decoding;

/// <summary>
/// Responds to every operation with sample resources and with Stripe's own examples, and compares the decoded resources with the JSON.
/// </summary>
internal sealed class DecodingCheck(Fixtures? fixtures, CoveredTypes covered, MismatchLog mismatches, ICollection<string> explained)
{
    // Limits the loop over union cases if a specification contains a very large union.
    private const int MaxCases = 64;

    private readonly HashSet<string> _expanded = new(StringComparer.Ordinal);
    private readonly HashSet<(Shape, Type, string)> _checked = [];

    public async Task RunAsync(ApiOperation operation, GeneratedOperation generated)
    {
        if (operation.Response is not { } response)
        {
            await DecodeAsync(operation, generated, new ObjectShape("nothing", new(() => [])), "{}"u8.ToArray(), "an empty object");
            return;
        }

        // Operations that return the same type read it with the same code, so one of them gets all samples.
        string page = operation.Element is null
            ? ""
            : string.Join(", ", ((ObjectShape)response).Properties.Select(property => property.Name));
        bool isFirst = _checked.Add((operation.Element ?? response, generated.Resource, page));
        if (isFirst)
        {
            await DecodeFixturesAsync(operation, generated, response);
        }

        int unionCases = 1;
        foreach (ResponseVariant variant in ResponseVariant.Common.Take(isFirst ? int.MaxValue : 1))
        {
            unionCases = Math.Max(unionCases, await DecodeSampleAsync(operation, generated, response, variant));
        }

        for (int unionCase = 1; isFirst && unionCase < Math.Min(unionCases, MaxCases); unionCase++)
        {
            await DecodeSampleAsync(operation, generated, response, ResponseVariant.OfCase(unionCase));
        }
    }

    private async Task DecodeFixturesAsync(ApiOperation operation, GeneratedOperation generated, Shape response)
    {
        if (fixtures is null)
        {
            return;
        }

        (string Id, JsonElement Json)[] examples = [.. fixtures.Find(operation.ResourceId, operation.Element ?? response)];
        if (examples.Length == 0)
        {
            Add(operation, $"there is no fixture for {operation.ResourceId ?? "any case"}");
        }

        foreach ((string id, JsonElement json) in examples)
        {
            foreach (string difference in FixtureDifferences.Find(operation.Element ?? response, json))
            {
                if (KnownFixtureDifferences.Explain(id, difference) is { } reason)
                {
                    explained.Add($"{operation.Name}: the fixture for {id}: {difference}: {reason}");
                }
                else
                {
                    Add(operation, $"the fixture for {id} does not match the specification: {difference}");
                }
            }

            string text = json.GetRawText();
            await DecodeAsync(
                operation,
                generated,
                response,
                System.Text.Encoding.UTF8.GetBytes(operation.Element is null ? text : SamplePages.Wrap(operation, text)),
                $"the fixture for {id}");
        }
    }

    private async Task<int> DecodeSampleAsync(
        ApiOperation operation, GeneratedOperation generated, Shape response, ResponseVariant variant)
    {
        var samples = new SampleResponses(variant, _expanded);
        try
        {
            JsonNode json = samples.Create(response)!;
            await DecodeAsync(operation, generated, response, ResponseJsonWriter.Write(json, variant.Escaped), variant.Name);
        }
        catch (UnknownShapeException exception)
        {
            Add(operation, $"this program has no check for {exception.Message}");
        }

        return samples.Cases;
    }

    private async Task DecodeAsync(ApiOperation operation, GeneratedOperation generated, Shape response, byte[] json, string sample)
    {
        using var handler = new RecordingHandler(json);
        using var client = new StripeClient(
            new StripeClientOptions { ApiKey = RequestComparison.ApiKey, MaxResponseBytes = 100 * 1024 * 1024 }, handler);
        try
        {
            CallResult result = await generated.CallAsync(client, operation.PathParameters, null);
            if (result.Resource is not { } resource)
            {
                Add(operation, $"the response could not be decoded: {result.Error}", sample);
                return;
            }

            var comparison = new ResponseComparison(
                covered, reason => Add(operation, $"response {reason}"), reason => Add(operation, $"response {reason}", sample));
            comparison.Compare(response, JsonElement.Parse(json), resource, "");
        }
        catch (CallException exception)
        {
            Add(operation, $"the call threw {exception.Message}", sample);
        }
    }

    private void Add(ApiOperation operation, string reason, string? sample = null) =>
        mismatches.Add(Check.Decode, operation.Name, reason, sample);
}

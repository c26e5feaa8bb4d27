using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Conformance.Calls;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Decoding;

/// <summary>Answers every create with made resources, and with Stripe's own examples, and looks at what they are decoded to.</summary>
internal sealed class DecodingCheck(Fixtures? fixtures, SeenTypes seen, MismatchLog mismatches, ICollection<string> explained)
{
    // No loop over arms may run away on a specification with a very wide union.
    private const int MostCases = 64;

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
        foreach (InstanceVariant variant in InstanceVariant.Common)
        {
            unionCases = Math.Max(unionCases, await DecodeMadeAsync(create, operation, response, variant));
        }

        for (int unionCase = 1; unionCase < Math.Min(unionCases, MostCases); unionCase++)
        {
            await DecodeMadeAsync(create, operation, response, InstanceVariant.OfCase(unionCase));
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
            Add(create, $"there is no fixture of {create.ResourceId}");
        }

        foreach ((string id, JsonElement json) in examples)
        {
            foreach (string difference in FixtureDifferences.Find(response, json))
            {
                if (KnownFixtureDifferences.Explain(id, difference) is { } reason)
                {
                    explained.Add($"{create.Name}: the fixture of {id}: {difference}: {reason}");
                }
                else
                {
                    Add(create, $"the fixture of {id} does not fit the specification: {difference}");
                }
            }

            await DecodeAsync(create, operation, response, System.Text.Encoding.UTF8.GetBytes(json.GetRawText()), $"the fixture of {id}");
        }
    }

    private async Task<int> DecodeMadeAsync(CreateOperation create, GeneratedOperation operation, Shape response, InstanceVariant variant)
    {
        var maker = new InstanceMaker(variant, _expanded);
        try
        {
            JsonNode json = maker.Make(response)!;
            await DecodeAsync(create, operation, response, JsonText.Write(json, variant.Escaped), variant.Name);
        }
        catch (UnknownShapeException exception)
        {
            Add(create, $"this program has no check for {exception.Message}");
        }

        return maker.Cases;
    }

    private async Task DecodeAsync(CreateOperation create, GeneratedOperation operation, Shape response, byte[] json, string what)
    {
        using var handler = new RecordingHandler { Response = json };
        using var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_conformance", MaxResponseBytes = 100 * 1024 * 1024 }, handler);
        try
        {
            CallResult result = await operation.CallAsync(client, create.PathParameters.Select(name => name), null);
            if (result.Resource is not { } resource)
            {
                Add(create, $"the response is not decoded: {result.Error}", what);
                return;
            }

            new ResponseComparison(seen, reason => Add(create, $"answer {reason}"), reason => Add(create, $"answer {reason}", what))
                .Compare(response, JsonElement.Parse(json), resource, "");
        }
        catch (CallException exception)
        {
            Add(create, $"the call threw {exception.Message}", what);
        }
    }

    private void Add(CreateOperation create, string reason, string? circumstance = null) =>
        mismatches.Add(Check.Decode, create.Name, reason, circumstance);
}

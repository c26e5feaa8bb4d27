using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Conformance.Calls;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Decoding;

/// <summary>Answers every create with made resources, and with Stripe's own examples, and looks at what they are decoded to.</summary>
internal sealed class DecodingCheck(Fixtures? fixtures, SeenTypes seen, MissLog misses, ICollection<string> explained)
{
    // No loop over arms may run away on a specification with a very wide union.
    private const int MostArms = 64;

    private readonly HashSet<string> _expanded = new(StringComparer.Ordinal);

    public async Task RunAsync(CreateOperation create, GeneratedOperation operation)
    {
        if (create.Answer is not { } answer)
        {
            await DecodeAsync(create, operation, new ObjectShape("nothing", new(() => [])), "{}"u8.ToArray(), "an empty object");
            return;
        }

        await DecodeFixturesAsync(create, operation, answer);

        int arms = 1;
        foreach (InstanceVariant variant in InstanceVariant.Common)
        {
            arms = Math.Max(arms, await DecodeMadeAsync(create, operation, answer, variant));
        }

        for (int arm = 1; arm < Math.Min(arms, MostArms); arm++)
        {
            await DecodeMadeAsync(create, operation, answer, InstanceVariant.OfArm(arm));
        }
    }

    private async Task DecodeFixturesAsync(CreateOperation create, GeneratedOperation operation, Shape answer)
    {
        if (fixtures is null)
        {
            return;
        }

        (string Id, JsonElement Json)[] examples = [.. fixtures.Find(create.ResourceId!, answer)];
        if (examples.Length == 0)
        {
            Add(create, $"there is no fixture of {create.ResourceId}");
        }

        foreach ((string id, JsonElement json) in examples)
        {
            foreach (string difference in FixtureDifferences.Find(answer, json))
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

            await DecodeAsync(create, operation, answer, System.Text.Encoding.UTF8.GetBytes(json.GetRawText()), $"the fixture of {id}");
        }
    }

    private async Task<int> DecodeMadeAsync(CreateOperation create, GeneratedOperation operation, Shape answer, InstanceVariant variant)
    {
        var maker = new InstanceMaker(variant, _expanded);
        try
        {
            JsonNode json = maker.Make(answer)!;
            await DecodeAsync(create, operation, answer, JsonText.Write(json, variant.Escaped), variant.Name);
        }
        catch (UnknownShapeException exception)
        {
            Add(create, $"this program has no check for {exception.Message}");
        }

        return maker.Arms;
    }

    private async Task DecodeAsync(CreateOperation create, GeneratedOperation operation, Shape answer, byte[] json, string what)
    {
        using var handler = new RecordingHandler { Answer = json };
        using var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_conformance", MaxResponseBytes = 100 * 1024 * 1024 }, handler);
        try
        {
            CallResult result = await operation.CallAsync(client, create.PathParameters.Select(name => name), null);
            if (result.Resource is not { } resource)
            {
                Add(create, $"the answer is not decoded: {result.Error}", what);
                return;
            }

            new AnswerComparison(seen, reason => Add(create, $"answer {reason}"), reason => Add(create, $"answer {reason}", what))
                .Compare(answer, JsonElement.Parse(json), resource, "");
        }
        catch (CallException exception)
        {
            Add(create, $"the call threw {exception.Message}", what);
        }
    }

    private void Add(CreateOperation create, string reason, string? circumstance = null) =>
        misses.Add(Check.Decode, create.Name, reason, circumstance);
}

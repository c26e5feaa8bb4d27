using Lattice.Conformance.Calls;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Encoding;

/// <summary>Encodes sample parameters with the emitted code and compares the requests that would be sent.</summary>
internal sealed class EncodingCheck(SpecDocument spec, CoveredTypes covered, MismatchLog mismatches)
{
    // Limits the loop over union cases if a specification contains a very large union.
    private const int MaxCases = 32;

    public async Task RunAsync(ApiOperation operation, GeneratedOperation generated)
    {
        if (operation.Parameters is not { } shape)
        {
            await SendAsync(operation, generated, new("without parameters"), null);
            return;
        }

        int unionCases = 1;
        foreach (ParameterVariant variant in ParameterVariant.Common)
        {
            unionCases = Math.Max(unionCases, await SendAsync(operation, generated, variant, shape));
        }

        for (int unionCase = 1; unionCase < Math.Min(unionCases, MaxCases); unionCase++)
        {
            await SendAsync(operation, generated, ParameterVariant.OfCase(unionCase), shape);
        }
    }

    private async Task<int> SendAsync(ApiOperation operation, GeneratedOperation generated, ParameterVariant variant, ObjectShape? shape)
    {
        var samples = new SampleParameters(variant);
        try
        {
            Dictionary<string, object?> values = shape is null ? [] : samples.CreateBody(shape);
            if (generated.HasParams != (shape is not null))
            {
                Add(operation, shape is null ? "parameters, although the specification has none" : "no parameters");
                return samples.Cases;
            }

            object? parameters = shape is null
                ? null
                : new ParamsBuilder(covered, reason => Add(operation, reason)).Build(generated.Params, values, shape);
            string[] path = [.. operation.PathParameters.Select((_, index) => $"id_{index}/é")];
            using var handler = new RecordingHandler();
            using var client = new StripeClient(new StripeClientOptions { ApiKey = RequestComparison.ApiKey }, handler);
            await generated.CallAsync(client, path, parameters);
            foreach (string difference in RequestComparison.Compare(spec, operation, values, path, handler.Requests[0]))
            {
                Add(operation, difference, variant.Name);
            }
        }
        catch (CallException exception)
        {
            Add(operation, $"the call threw {exception.Message}", variant.Name);
        }
        catch (UnknownShapeException exception)
        {
            Add(operation, $"there is no check for {exception.Message}");
        }

        return samples.Cases;
    }

    private void Add(ApiOperation operation, string reason, string? sample = null) =>
        mismatches.Add(Check.Encode, operation.Name, reason, sample);
}

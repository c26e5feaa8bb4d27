using System.Text.Json.Nodes;

namespace Lattice.Parity.Requests;

/// <summary>Creates valid and invalid requests for every operation of a specification, always the same ones.</summary>
internal sealed class ParityRequests
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    private readonly Specification _specification;
    private readonly SampleParameters _samples;

    private ParityRequests(Specification specification)
    {
        _specification = specification;
        _samples = new SampleParameters(specification);
    }

    public static IEnumerable<ParityRequest> Create(Specification specification)
    {
        var requests = new ParityRequests(specification);
        return specification.Operations.SelectMany(operation => (IEnumerable<ParityRequest>)
        [
            .. requests.CreateValid(operation),
            .. requests.CreateUnauthorized(operation),
            .. requests.CreateMisdirected(operation),
            .. requests.CreateWithMistakes(operation),
        ]);
    }

    private IEnumerable<ParityRequest> CreateValid(ApiOperation operation)
    {
        yield return Create(operation, "required parameters");
        if (operation.Body is { } schema)
        {
            yield return Create(operation, "all parameters") with { Body = _samples.CreateObject(schema, all: true) };
        }
    }

    private IEnumerable<ParityRequest> CreateUnauthorized(ApiOperation operation) =>
    [
        Create(operation, "no key") with { Authorization = null },
        Create(operation, "key without a scheme") with { Authorization = ParityRequest.Key },
        Create(operation, "malformed key") with { Authorization = "Bearer garbage" },
        Create(operation, "publishable key") with { Authorization = "Bearer pk_test_123" },
        Create(operation, "invalid version") with { Headers = [new("Stripe-Version", "yesterday")] },
        Create(operation, "invalid account") with { Headers = [new("Stripe-Account", "nobody")] },
    ];

    private IEnumerable<ParityRequest> CreateMisdirected(ApiOperation operation)
    {
        yield return Create(operation, "unknown URL") with { Path = operation.ConcretePath + "/surely/unknown" };
        if (!_specification.HasMethod(operation.Path, "put"))
        {
            yield return Create(operation, "other method") with { Method = "PUT" };
        }

        if (operation.Body is { } schema)
        {
            // A form without parameters has no content that could be of the other type.
            string other = operation.MediaType == Form ? Json : Form;
            JsonObject body = _samples.CreateObject(schema, all: other == Form);
            if (other != Form || body.Count > 0)
            {
                yield return Create(operation, "other media type") with { MediaType = other, Body = body };
            }
        }
    }

    private IEnumerable<ParityRequest> CreateWithMistakes(ApiOperation operation)
    {
        if (operation.Body is not { } schema)
        {
            return [];
        }

        // In JSON, an empty string is a valid string.
        return new ParameterMistakes(_samples).Create(schema)
            .Where(mistake => operation.MediaType != Json || mistake.Kind != "empty string")
            .Select(mistake => Create(operation, mistake.Kind) with { Param = mistake.Param, Body = mistake.Body });
    }

    private ParityRequest Create(ApiOperation operation, string kind) => new(
        operation.Name,
        kind,
        "POST",
        operation.ConcretePath,
        operation.MediaType,
        operation.Body is { } schema ? _samples.CreateObject(schema, all: false) : null);
}

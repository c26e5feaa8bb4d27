namespace Lattice.Parity.Requests;

/// <summary>Makes good and bad requests of every operation of a specification, always the same ones.</summary>
internal sealed class RequestMaker
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    private readonly Specification _specification;
    private readonly SampleMaker _samples;

    private RequestMaker(Specification specification)
    {
        _specification = specification;
        _samples = new SampleMaker(specification);
    }

    public static IEnumerable<ParityRequest> Make(Specification specification)
    {
        var maker = new RequestMaker(specification);
        return specification.Operations.SelectMany(operation => (IEnumerable<ParityRequest>)
        [
            .. maker.MakeGood(operation),
            .. maker.MakeWithoutAccess(operation),
            .. maker.MakeMisdirected(operation),
            .. maker.MakeWithMistakes(operation),
        ]);
    }

    private IEnumerable<ParityRequest> MakeGood(ApiOperation operation)
    {
        yield return Plain(operation, "required parameters");
        if (operation.Body is { } schema)
        {
            yield return Plain(operation, "all parameters") with { Body = _samples.MakeObject(schema, all: true) };
        }
    }

    private IEnumerable<ParityRequest> MakeWithoutAccess(ApiOperation operation) =>
    [
        Plain(operation, "no key") with { Authorization = null },
        Plain(operation, "key without a scheme") with { Authorization = ParityRequest.Key },
        Plain(operation, "key that is none") with { Authorization = "Bearer garbage" },
        Plain(operation, "publishable key") with { Authorization = "Bearer pk_test_123" },
        Plain(operation, "version that is none") with { Headers = [new("Stripe-Version", "yesterday")] },
        Plain(operation, "account that is none") with { Headers = [new("Stripe-Account", "nobody")] },
    ];

    private IEnumerable<ParityRequest> MakeMisdirected(ApiOperation operation)
    {
        yield return Plain(operation, "unknown URL") with { Path = operation.ConcretePath + "/surely/unknown" };
        if (!_specification.HasMethod(operation.Path, "put"))
        {
            yield return Plain(operation, "other method") with { Method = "PUT" };
        }

        if (operation.Body is not null)
        {
            yield return Plain(operation, "other media type") with { MediaType = operation.MediaType == Form ? Json : Form };
        }
    }

    private IEnumerable<ParityRequest> MakeWithMistakes(ApiOperation operation)
    {
        if (operation.Body is not { } schema)
        {
            return [];
        }

        // In JSON an empty text is a text like another.
        return new ParameterMistakes(_samples).Make(schema)
            .Where(mistake => operation.MediaType != Json || mistake.Kind != "empty value")
            .Select(mistake => Plain(operation, mistake.Kind) with { Param = mistake.Param, Body = mistake.Body });
    }

    private ParityRequest Plain(ApiOperation operation, string kind) => new(
        operation.Name,
        kind,
        "POST",
        operation.ConcretePath,
        operation.MediaType,
        operation.Body is { } schema ? _samples.MakeObject(schema, all: false) : null);
}

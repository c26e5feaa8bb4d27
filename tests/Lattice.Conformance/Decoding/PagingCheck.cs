using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Conformance.Calls;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Decoding;

/// <summary>
/// Reads all elements of every list from two pages, forward and backward, and compares the elements with the JSON and the second request
/// with what the first page says.
/// </summary>
internal sealed class PagingCheck(SpecDocument spec, MismatchLog mismatches)
{
    private const string After = "starting_after";
    private const string Before = "ending_before";

    private static readonly string[] s_pageParameters = [After, Before, "page"];

    public async Task RunAsync(ApiOperation operation, GeneratedOperation generated)
    {
        if (operation.Element is not { } element)
        {
            return;
        }

        ObjectShape[] unionCases = element is UnionShape union ? [.. union.Cases] : element is ObjectShape only ? [only] : [];
        bool isCursor = SamplePages.GetPaging(operation) == Paging.Cursor;
        ObjectShape[] last = [.. unionCases.Where(unionCase => !isCursor || unionCase.Properties.Any(property => property.Name == "id"))];
        if (generated.FollowsPages != last.Length > 0)
        {
            Add(operation, last.Length > 0 ? "no method follows its pages" : "a method follows its pages, although no element has an id");
            return;
        }

        foreach (ObjectShape unionCase in last)
        {
            int index = Array.IndexOf(unionCases, unionCase);
            await ReadAsync(operation, generated, element, index, "all pages", []);
            if (operation.Parameters is not { } shape)
            {
                continue;
            }

            Dictionary<string, object?> values = new SampleParameters(ParameterVariant.Every).CreateBody(shape);
            bool canGoBack = values.Remove(Before);
            await ReadAsync(operation, generated, element, index, "all pages, every parameter set", values);
            if (isCursor && canGoBack)
            {
                await ReadAsync(operation, generated, element, index, "all pages, backward", new() { [Before] = "text" });
            }
        }
    }

    private async Task ReadAsync(
        ApiOperation operation,
        GeneratedOperation generated,
        Shape element,
        int unionCase,
        string sample,
        Dictionary<string, object?> values)
    {
        var samples = new SampleResponses(new ResponseVariant(sample, Case: unionCase), []);
        JsonNode[] elements = [.. Enumerable.Range(1, 4).Select(number => CreateElement(samples.Create(element)!, number))];
        string path = operation.PathParameters.Aggregate(
            operation.Path, (route, name) => route.Replace($"{{{name}}}", name, StringComparison.Ordinal));
        bool isBackward = values.ContainsKey(Before);
        JsonNode[] first = isBackward ? elements[2..] : elements[..2];
        JsonNode[] second = isBackward ? elements[..2] : elements[2..];
        using var handler = new RecordingHandler(
            ResponseJsonWriter.Write(SamplePages.Create(operation, Copy(first), path, hasNext: true), escaped: false),
            ResponseJsonWriter.Write(SamplePages.Create(operation, Copy(second), path, hasNext: false), escaped: false));
        using var client = new StripeClient(new StripeClientOptions { ApiKey = RequestComparison.ApiKey }, handler);
        object? parameters = operation.Parameters is { } shape && values.Count > 0
            ? new ParamsBuilder(new CoveredTypes(), reason => Add(operation, reason, sample)).Build(generated.Params, values, shape)
            : null;
        try
        {
            IReadOnlyList<object> read = await generated.CallAllAsync(client, operation.PathParameters, parameters);
            CompareElements(operation, element, isBackward ? [.. elements.Reverse()] : elements, read, sample);
            CompareRequests(operation, values, (string)first[isBackward ? 0 : ^1]["id"]!, handler.Requests, sample);
        }
        catch (CallException exception)
        {
            Add(operation, $"the call threw {exception.Message}", sample);
        }
    }

    private void CompareElements(
        ApiOperation operation, Shape element, JsonNode[] expected, IReadOnlyList<object> read, string sample)
    {
        if (read.Count != expected.Length)
        {
            Add(operation, $"expected {expected.Length} elements of two pages, got {read.Count}", sample);
            return;
        }

        void Report(string reason) => Add(operation, $"element {reason}", sample);
        foreach ((JsonNode json, object value) in expected.Zip(read))
        {
            new ResponseComparison(new CoveredTypes(), Report, Report)
                .Compare(element, JsonElement.Parse(json.ToJsonString()), value, "");
        }
    }

    private void CompareRequests(
        ApiOperation operation,
        Dictionary<string, object?> values,
        string id,
        IReadOnlyList<RecordedRequest> requests,
        string sample)
    {
        if (requests.Count != 2)
        {
            Add(operation, $"expected two requests, got {requests.Count}", sample);
            return;
        }

        Dictionary<string, object?> next = values.Where(value => !s_pageParameters.Contains(value.Key)).ToDictionary();
        Paging paging = SamplePages.GetPaging(operation);
        next.Add(
            paging == Paging.Token ? "page" : values.ContainsKey(Before) ? Before : After,
            paging == Paging.Token ? SamplePages.Token : id);
        string[] queries = [FormEncoder.Encode(values), paging == Paging.Url ? SamplePages.Query : FormEncoder.Encode(next)];
        foreach ((string query, RecordedRequest request) in queries.Zip(requests))
        {
            string[] differences =
            [
                .. RequestComparison.CompareEnvelope(spec, operation, [.. operation.PathParameters], request),
                .. FormComparison.Compare(Sort(query), Sort(request.Query)),
            ];
            foreach (string difference in differences)
            {
                Add(operation, difference, sample);
            }
        }
    }

    // The parameter for the page can have any position.
    private static string Sort(string query) => string.Join('&', query.Split('&').Order(StringComparer.Ordinal));

    private static JsonNode CreateElement(JsonNode json, int number)
    {
        json["id"] = $"id_{number}/é";
        return json;
    }

    private static IEnumerable<JsonNode> Copy(IEnumerable<JsonNode> elements) => elements.Select(element => element.DeepClone());

    private void Add(ApiOperation operation, string reason, string? sample = null) =>
        mismatches.Add(Check.Decode, operation.Name, reason, sample);
}

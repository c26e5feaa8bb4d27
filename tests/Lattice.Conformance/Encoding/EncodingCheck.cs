using System.Text.Json;
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

    public async Task RunAsync(CreateOperation create, GeneratedOperation operation)
    {
        if (create.Body is not ObjectShape body)
        {
            await SendAsync(create, operation, new("without a body"), null);
            return;
        }

        int unionCases = 1;
        foreach (ParameterVariant variant in ParameterVariant.Common)
        {
            unionCases = Math.Max(unionCases, await SendAsync(create, operation, variant, body));
        }

        for (int unionCase = 1; unionCase < Math.Min(unionCases, MaxCases); unionCase++)
        {
            await SendAsync(create, operation, ParameterVariant.OfCase(unionCase), body);
        }
    }

    private async Task<int> SendAsync(CreateOperation create, GeneratedOperation operation, ParameterVariant variant, ObjectShape? body)
    {
        var samples = new SampleParameters(variant);
        try
        {
            Dictionary<string, object?> values = body is null ? [] : samples.CreateBody(body);
            if (operation.HasParams != (body is not null))
            {
                Add(create, body is null ? "parameters without a request body" : "no parameters for the request body");
                return samples.Cases;
            }

            object? parameters = body is null
                ? null
                : new ParamsBuilder(covered, reason => Add(create, reason)).Build(operation.Params, values, body);
            string[] path = [.. create.PathParameters.Select((_, index) => $"id_{index}/é")];
            using var handler = new RecordingHandler();
            using var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_conformance" }, handler);
            await operation.CallAsync(client, path, parameters);
            foreach (string difference in Compare(create, values, path, handler.Request!))
            {
                Add(create, difference, variant.Name);
            }
        }
        catch (CallException exception)
        {
            Add(create, $"the call threw {exception.Message}", variant.Name);
        }
        catch (UnknownShapeException exception)
        {
            Add(create, $"there is no check for {exception.Message}");
        }

        return samples.Cases;
    }

    private IEnumerable<string> Compare(CreateOperation create, Dictionary<string, object?> values, string[] path, RecordedRequest request)
    {
        Uri address = GetAddress(create, path);
        if (request.Method != HttpMethod.Post || request.Address.AbsoluteUri != address.AbsoluteUri)
        {
            yield return $"expected POST {address.AbsoluteUri}, got {request.Method} {request.Address.AbsoluteUri}";
        }

        if (request.ApiVersion != spec.Version)
        {
            yield return $"expected Stripe-Version {spec.Version}, got {request.ApiVersion}";
        }

        foreach (string difference in CompareBodies(create.BodyKind, values, request))
        {
            yield return difference;
        }
    }

    private static IEnumerable<string> CompareBodies(BodyKind kind, Dictionary<string, object?> values, RecordedRequest request)
    {
        string? expectedType = kind switch
        {
            BodyKind.Form => "application/x-www-form-urlencoded",
            BodyKind.Json => "application/json",
            BodyKind.Multipart => "multipart/form-data",
            _ => null,
        };
        if (expectedType is null)
        {
            return request.Body.Length == 0 ? [] : [$"expected no body, got {request.Body.Length} bytes"];
        }

        if (request.ContentType?.MediaType != expectedType)
        {
            return [$"expected {expectedType}, got {request.ContentType?.MediaType ?? "no content"}"];
        }

        try
        {
            return kind switch
            {
                BodyKind.Form =>
                    FormComparison.Compare(FormEncoder.Encode(values), System.Text.Encoding.UTF8.GetString(request.Body)),
                BodyKind.Json => JsonComparison.Compare(values, JsonElement.Parse(request.Body)),
                _ => MultipartComparison.Compare(values, MultipartBodyReader.Read(request.Body, GetBoundary(request))),
            };
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return [$"the body cannot be read: {exception.Message}"];
        }
    }

    private static Uri GetAddress(CreateOperation create, string[] path)
    {
        string route = create.Path;
        for (int i = 0; i < path.Length; i++)
        {
            route = route.Replace($"{{{create.PathParameters[i]}}}", Uri.EscapeDataString(path[i]), StringComparison.Ordinal);
        }

        return new Uri(create.Server.TrimEnd('/') + route);
    }

    private static string GetBoundary(RecordedRequest request) =>
        request.ContentType!.Parameters.FirstOrDefault(parameter => parameter.Name == "boundary")?.Value?.Trim('"')
            ?? throw new FormatException("the content type has no boundary");

    private void Add(CreateOperation create, string reason, string? sample = null) =>
        mismatches.Add(Check.Encode, create.Name, reason, sample);
}

using System.Text.Json;
using Lattice.Conformance.Calls;
using Lattice.Conformance.Decoding;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Sending;

/// <summary>
/// Sends every operation to a server with the required parameters, and compares the decoded response with its JSON.
/// </summary>
internal sealed class SendingCheck(Uri server, MismatchLog mismatches) : IDisposable
{
    private readonly ResponseCapturingHandler _handler = new();
    private readonly CoveredTypes _covered = new();

    public async Task RunAsync(ApiOperation operation, GeneratedOperation generated)
    {
        try
        {
            object? parameters = operation.Parameters is { } shape && generated.HasParams
                ? CreateParameters(operation, generated, shape)
                : null;
            using var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_123", BaseAddress = server }, _handler);
            CallResult result = await generated.CallAsync(client, operation.PathParameters.Select(name => $"{name}_123"), parameters);
            if (result.Resource is not { } resource)
            {
                Add(operation, $"the server rejected the request: {result.Error}");
                return;
            }

            if (operation.Response is { } response)
            {
                new ResponseComparison(_covered, reason => Add(operation, $"response {reason}"), reason => Add(operation, $"response {reason}"))
                    .Compare(response, JsonElement.Parse(_handler.LastResponse), resource, "");
            }
        }
        catch (Exception exception) when (exception is CallException or UnknownShapeException)
        {
            Add(operation, exception.Message);
        }
    }

    private object CreateParameters(ApiOperation operation, GeneratedOperation generated, ObjectShape shape)
    {
        Dictionary<string, object?> values = new SampleParameters(ParameterVariant.Plausible).CreateBody(shape);

        // Values of "expand" must be fields of the response; sample values are not.
        values.Remove("expand");
        return new ParamsBuilder(_covered, reason => Add(operation, reason)).Build(generated.Params, values, shape);
    }

    public void Dispose() => _handler.Dispose();

    private void Add(ApiOperation operation, string reason) => mismatches.Add(Check.Send, operation.Name, reason);

    /// <summary>Captures the response body, which the runtime does not keep.</summary>
    private sealed class ResponseCapturingHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        public byte[] LastResponse { get; private set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            LastResponse = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response;
        }
    }
}

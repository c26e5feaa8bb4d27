using System.Text.Json;
using Lattice.Conformance.Calls;
using Lattice.Conformance.Decoding;
using Lattice.Conformance.Encoding;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Sending;

/// <summary>Sends every create with the parameters that Stripe requires to a server, and looks at what its response is decoded to.</summary>
internal sealed class SendingCheck(Uri server, MismatchLog mismatches) : IDisposable
{
    private readonly ResponseCapturingHandler _handler = new();
    private readonly SeenTypes _seen = new();

    public async Task RunAsync(CreateOperation create, GeneratedOperation operation)
    {
        try
        {
            object? parameters = create.Body is ObjectShape body && operation.TakesParams ? MakeParameters(create, operation, body) : null;
            using var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_123", BaseAddress = server }, _handler);
            CallResult result = await operation.CallAsync(client, create.PathParameters.Select(name => $"{name}_123"), parameters);
            if (result.Resource is not { } resource)
            {
                Add(create, $"the server refused it: {result.Error}");
                return;
            }

            if (create.Response is { } response)
            {
                new ResponseComparison(_seen, reason => Add(create, $"answer {reason}"), reason => Add(create, $"answer {reason}"))
                    .Compare(response, JsonElement.Parse(_handler.LastResponse), resource, "");
            }
        }
        catch (Exception exception) when (exception is CallException or UnknownShapeException)
        {
            Add(create, exception.Message);
        }
    }

    private object MakeParameters(CreateOperation create, GeneratedOperation operation, ObjectShape body)
    {
        Dictionary<string, object?> values = new ParameterMaker(ParameterVariant.Plausible).MakeBody(body);

        // Its values name fields of the response; none that is made up does.
        values.Remove("expand");
        return new ParamsBuilder(_seen, reason => Add(create, reason)).Build(operation.Params, values, body);
    }

    public void Dispose() => _handler.Dispose();

    private void Add(CreateOperation create, string reason) => mismatches.Add(Check.Send, create.Name, reason);

    /// <summary>Keeps what the server answered, for the runtime keeps no body.</summary>
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

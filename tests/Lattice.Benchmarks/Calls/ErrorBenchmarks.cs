using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using Lattice.Stripe;

namespace Lattice.Benchmarks.Calls;

/// <summary>Measures a call that Stripe rejects, from the parameters to the error, with an in-memory handler.</summary>
[MemoryDiagnoser]
public class ErrorBenchmarks
{
    private static readonly byte[] s_response = Encoding.UTF8.GetBytes("""
        {
          "error": {
            "code": "parameter_missing",
            "doc_url": "https://stripe.com/docs/error-codes/parameter-missing",
            "message": "Missing required param: type.",
            "param": "type",
            "request_log_url": "https://dashboard.stripe.com/test/logs/req_1",
            "type": "invalid_request_error"
          }
        }
        """);

    private readonly IStripeClient _client = new StripeClient(new StripeClientOptions { ApiKey = Example.ApiKey }, new ErrorHandler());

    [Benchmark]
    public async Task<object> Error() => (await AccountLink.TryCreateAsync(_client, Example.Parameters)).Error!;

    [Benchmark]
    public async Task<object?> Exception()
    {
        try
        {
            return await AccountLink.CreateAsync(_client, Example.Parameters);
        }
        catch (StripeException exception)
        {
            return exception;
        }
    }

    private sealed class ErrorHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new ByteArrayContent(s_response) });
    }
}

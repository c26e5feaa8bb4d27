using System.Reflection;

namespace Lattice.Generator.Tests.Support;

/// <summary>Compiles what a slice gives together with parameters that a consumer writes, and sends them to nobody.</summary>
internal static class RequestCapture
{
    /// <summary>The body that the parameters become.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="resource">The full name of the class that has the create.</param>
    /// <param name="parameters">An expression of the parameters.</param>
    public static async Task<string> GetBodyAsync(string slice, string resource, string parameters)
    {
        string consumer = $$"""
            using System;
            using System.Collections.Generic;
            using System.Net.Http;
            using System.Text.Json.Nodes;
            using System.Threading;
            using System.Threading.Tasks;
            using Lattice.Stripe;
            using Lattice.Stripe.V2.Core;

            internal static class Usage
            {
                public static async Task<string> GetBodyAsync()
                {
                    var handler = new Handler();
                    using var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_123" }, handler);
                    await {{resource}}.CreateAsync(client, {{parameters}});
                    return handler.Body;
                }

                private sealed class Handler : HttpMessageHandler
                {
                    public string Body { get; private set; } = "";

                    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                    {
                        Body = await request.Content!.ReadAsStringAsync(cancellationToken);
                        var response = new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent("{}") };
                        response.Headers.Add("Request-Id", "req_123");
                        return response;
                    }
                }
            }
            """;
        var harness = new GeneratorHarness(slice);
        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile(consumer));
        harness.EditConsumer(consumer);
        MethodInfo method = harness.Load().GetType("Usage")!.GetMethod("GetBodyAsync")!;
        return await (Task<string>)method.Invoke(null, null)!;
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Support;

/// <summary>Compiles the output for a slice and the parameters that a consumer writes, and captures the request.</summary>
internal static class RequestCapture
{
    // Code in this namespace sees the resources of v1 and v2.
    private const string ConsumerNamespace = "Lattice.Stripe.V2.Core";

    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> s_libraries = [];

    /// <summary>The body of the request with these parameters.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="resource">The full name of the class that has the create operation.</param>
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

            namespace {{ConsumerNamespace}};

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

                    protected override async Task<HttpResponseMessage> SendAsync(
                        HttpRequestMessage request, CancellationToken cancellationToken)
                    {
                        Body = await request.Content!.ReadAsStringAsync(cancellationToken);
                        var response = new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent("{}") };
                        response.Headers.Add("Request-Id", "req_123");
                        return response;
                    }
                }
            }
            """;
        byte[] library = s_libraries.GetOrAdd(slice, _ => new(() => CompileLibrary(slice))).Value;
        GeneratorHarness harness = new GeneratorHarness([]).WithReference(MetadataReference.CreateFromImage(library));
        harness.EditConsumer(consumer);
        Assert.Empty(harness.Compile());
        Assembly assembly = new ConsumerContext(library).LoadFromStream(new MemoryStream(harness.ToImage()));
        return await (Task<string>)assembly.GetType(ConsumerNamespace + ".Usage")!.GetMethod("GetBodyAsync")!.Invoke(null, null)!;
    }

    private static byte[] CompileLibrary(string slice)
    {
        var harness = new GeneratorHarness(slice);
        Assert.Empty(harness.Run().Diagnostics);
        Assert.Empty(harness.Compile());
        return harness.ToImage("Library");
    }

    /// <summary>Loads the library for a consumer's code that refers to it.</summary>
    private sealed class ConsumerContext(byte[] library) : AssemblyLoadContext("Consumer")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == "Library" ? LoadFromStream(new MemoryStream(library)) : null;
    }
}

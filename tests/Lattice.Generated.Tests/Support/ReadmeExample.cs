using Lattice.TestSupport.Documentation;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.Stripe.Tests.Support;

/// <summary>A C# example in the documentation.</summary>
/// <param name="Page">The file that contains it.</param>
/// <param name="Number">The number of the example in the file, starting at 1.</param>
/// <param name="Code">The code.</param>
internal sealed record ReadmeExample(string Page, int Number, string Code)
{
    private static readonly string[] s_pages =
    [
        "README.md", "runtime/Lattice.Generated/README.md", "runtime/README.md", "runtime/Lattice.Runtime.DependencyInjection/README.md",
        "runtime/Lattice.Runtime.AspNetCore/README.md", "runtime/Lattice.Testing/README.md",
        "runtime/Lattice.Testing.Server/README.md",
    ];

    // Declares what the examples use without declaring it.
    private const string Surroundings = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Lattice.Stripe;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;

        internal sealed class RecordingHandler : DelegatingHandler;

        internal sealed class Example(
            WebApplication app, IStripeClient client, AccountLinkCreateParams parameters, IServiceCollection services,
            IConfiguration configuration, ILoggerFactory loggerFactory, CancellationToken cancellationToken, string apiKey,
            string europeanKey, int orderId)
        {
            private static void Use(object value) => Console.WriteLine(value);

            private static void Show(params object?[] values) => Console.WriteLine(values.Length);

            public async Task<object?> RunAsync()
            {
                await Task.Yield();
        // example
                return null;
            }
        }
        """;

    // These tests reference the SDK as well, so a resource that both have is the one of the namespace around the example.
    private static readonly string s_surroundingsOfOwnSlice = Surroundings.Replace(
        "internal sealed class RecordingHandler", "namespace Shop.Payments.Examples;\n\ninternal sealed class RecordingHandler", StringComparison.Ordinal);

    // The class around an example that is a test.
    private const string SurroundingsOfTest = """
        #nullable enable
        using System;
        using System.Net;
        using System.Threading.Tasks;
        using Lattice.Stripe;
        using Lattice.Stripe.Testing;
        using Xunit;

        internal sealed class Onboarding(IStripeClient client)
        {
            public Task<Uri> StartAsync(string account) => Task.FromResult(new Uri($"https://{account}.example/{client}"));
        }

        public class Example
        {
        // example
        }
        """;

    // The file of an example that is a class: a controller or a client.
    private const string SurroundingsOfClass = """
        #nullable enable
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Lattice.Stripe;
        using Microsoft.AspNetCore.Mvc;

        // example
        """;

    public static IEnumerable<ReadmeExample> All => s_pages.SelectMany(page =>
        CodeExample.ReadAll(page).Select((code, index) => new ReadmeExample(page, index + 1, code)));

    /// <summary>Compiles the example in its surroundings: a class <c>Example</c>, a test, or a file for a class.</summary>
    public static CSharpCompilation Compile(string code) => CodeExample.Compile(
        code,
        code.StartsWith("[Fact]", StringComparison.Ordinal) ? SurroundingsOfTest
            : code.StartsWith("public sealed class ", StringComparison.Ordinal) ? SurroundingsOfClass
            : code.Contains("using Shop.Payments;", StringComparison.Ordinal) ? s_surroundingsOfOwnSlice
            : Surroundings);
}

using Lattice.TestSupport.Documentation;
using Microsoft.CodeAnalysis.CSharp;

namespace StripeNetTests.Support;

/// <summary>A C# example on the pages about Stripe.net.</summary>
/// <param name="Page">The file that contains it.</param>
/// <param name="Number">The number of the example in the file, starting at 1.</param>
/// <param name="Code">The code.</param>
internal sealed record PageExample(string Page, int Number, string Code)
{
    private static readonly string[] s_pages = ["runtime/Lattice.Testing/stripe-net.md", "runtime/Lattice.Generated/beside-stripe-net.md"];

    // Declares what the examples use without declaring it. It has a using of neither package.
    private const string Surroundings = """
        #nullable enable
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public sealed class Example(global::Stripe.StripeClient stripeNet, global::Lattice.Stripe.IStripeClient stripe, string apiKey)
        {
            private static void Show(params object?[] values) => Console.WriteLine(values.Length);

            public async Task<string> RunAsync()
            {
                await Task.Yield();
        // example
                return apiKey;
            }
        }
        """;

    // The class around an example that is a test.
    private const string SurroundingsOfTest = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Xunit;

        public class Example
        {
        // example
        }
        """;

    public static IEnumerable<PageExample> All => s_pages.SelectMany(page =>
        CodeExample.ReadAll(page).Select((code, index) => new PageExample(page, index + 1, code)));

    public bool IsTest => Code.Contains("[Fact]", StringComparison.Ordinal);

    public CSharpCompilation Compile() => CodeExample.Compile(Code, IsTest ? SurroundingsOfTest : Surroundings);
}

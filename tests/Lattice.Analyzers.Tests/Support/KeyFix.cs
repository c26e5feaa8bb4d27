using Lattice.Analyzers.Calls;
using Lattice.Analyzers.CodeFixes;

namespace Lattice.Analyzers.Tests.Support;

/// <summary>Applies the fix of LAT1008 to statements within a method.</summary>
internal static class KeyFix
{
    public static Task FixesAsync(string statements, string @fixed) =>
        RuleTest<IdempotencyKeyAnalyzer>.FixesAsync<IdempotencyKeyFix>(InMethod(statements), InMethod(@fixed));

    public static string InMethod(string statements) =>
        $$"""
        using Polly;
        await Task.CompletedTask;

        class Program2
        {
            public static async Task<object?> RunAsync(
                IStripeClient client, AccountLinkCreateParams p, CancellationToken token, ResiliencePipeline pipeline, int number)
            {
                await Task.CompletedTask;
                {{statements.ReplaceLineEndings("\n        ").Replace("\n        \n", "\n\n")}}
                return null;
            }
        }
        """;
}

using Lattice.Analyzers.Calls;
using Lattice.Analyzers.CodeFixes;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>The fix of LAT1008.</summary>
public class IdempotencyKeyFixTests
{
    private const string WithKey = "new StripeRequestOptions { IdempotencyKey = idempotencyKey }";
    private const string WithKey2 = "new StripeRequestOptions { IdempotencyKey = idempotencyKey2 }";
    private const string InFull = "new Lattice.Stripe.StripeRequestOptions { IdempotencyKey = idempotencyKey }";
    private const string WithKeyOfException = "new StripeRequestOptions { IdempotencyKey = exception.Error.IdempotencyKey }";
    private const string WithKeyOfResult = "new StripeRequestOptions { IdempotencyKey = result.Error?.IdempotencyKey }";

    [Theory]
    [InlineData("AccountLink.CreateAsync(client, p)", "AccountLink.CreateAsync(client, p, new StripeRequestOptions { IdempotencyKey = e.Error.IdempotencyKey })")]
    [InlineData("AccountLink.CreateAsync(client, p, null)", "AccountLink.CreateAsync(client, p, new StripeRequestOptions { IdempotencyKey = e.Error.IdempotencyKey })")]
    [InlineData(
        "AccountLink.CreateAsync(client, p, null, token)",
        "AccountLink.CreateAsync(client, p, new StripeRequestOptions { IdempotencyKey = e.Error.IdempotencyKey }, token)")]
    [InlineData(
        "AccountLink.CreateAsync(client, p, cancellationToken: token)",
        "AccountLink.CreateAsync(client, p, new StripeRequestOptions { IdempotencyKey = e.Error.IdempotencyKey }, cancellationToken: token)")]
    [InlineData(
        "AccountLink.CreateAsync(client, parameters: p)",
        "AccountLink.CreateAsync(client, parameters: p, options: new StripeRequestOptions { IdempotencyKey = e.Error.IdempotencyKey })")]
    [InlineData(
        "AccountLink.CreateAsync(client, p, new StripeRequestOptions())",
        "AccountLink.CreateAsync(client, p, new StripeRequestOptions { IdempotencyKey = e.Error.IdempotencyKey })")]
    [InlineData(
        "AccountLink.CreateAsync(client, p, new())",
        "AccountLink.CreateAsync(client, p, new() { IdempotencyKey = e.Error.IdempotencyKey })")]
    [InlineData(
        """AccountLink.CreateAsync(client, p, new() { StripeAccount = "acct_1" })""",
        """AccountLink.CreateAsync(client, p, new() { StripeAccount = "acct_1", IdempotencyKey = e.Error.IdempotencyKey })""")]
    [InlineData(
        "AccountLink.CreateAsync(client, p, new() { IdempotencyKey = Guid.NewGuid().ToString() })",
        "AccountLink.CreateAsync(client, p, new() { IdempotencyKey = e.Error.IdempotencyKey })")]
    [InlineData(
        "AccountLink.CreateAsync(client, p, same)",
        "AccountLink.CreateAsync(client, p, new StripeRequestOptions(same) { IdempotencyKey = e.Error.IdempotencyKey })")]
    public Task A_catch_passes_the_key_of_the_exception(string call, string @fixed) => FixesAsync(
        $$"""
        var same = new StripeRequestOptions { StripeAccount = "acct_1" };
        try
        {
            return await AccountLink.CreateAsync(client, p);
        }
        catch (StripeException e)
        {
            // Once more.
            return await [|{{call}}|]; // It is urgent.
        }
        """,
        $$"""
        var same = new StripeRequestOptions { StripeAccount = "acct_1" };
        try
        {
            return await AccountLink.CreateAsync(client, p);
        }
        catch (StripeException e)
        {
            // Once more.
            return await {{@fixed}}; // It is urgent.
        }
        """);

    [Fact]
    public Task Options_on_several_lines_keep_their_lines_and_comments() => FixesAsync(
        """
        try
        {
            await AccountLink.CreateAsync(client, p);
        }
        catch (StripeException e)
        {
            await [|AccountLink.CreateAsync(client, p, new StripeRequestOptions
            {
                // For the seller.
                StripeAccount = "acct_1", // That one.
            })|];
        }
        try
        {
            await LoginLink.CreateForAccountAsync(client, "a");
        }
        catch (StripeCanceledException e)
        {
            await [|LoginLink.CreateForAccountAsync(client, "a", options: new()
            {
                MaxRetries = 1, // Once.
                StripeAccount = "acct_1" // That one.
            })|];
        }
        """,
        """
        try
        {
            await AccountLink.CreateAsync(client, p);
        }
        catch (StripeException e)
        {
            await AccountLink.CreateAsync(client, p, new StripeRequestOptions
            {
                // For the seller.
                StripeAccount = "acct_1", // That one.
                IdempotencyKey = e.Error.IdempotencyKey,
            });
        }
        try
        {
            await LoginLink.CreateForAccountAsync(client, "a");
        }
        catch (StripeCanceledException e)
        {
            await LoginLink.CreateForAccountAsync(client, "a", options: new()
            {
                MaxRetries = 1, // Once.
                StripeAccount = "acct_1", // That one.
                IdempotencyKey = e.IdempotencyKey
            });
        }
        """);

    [Fact]
    public Task A_catch_without_a_variable_gets_one() => FixesAsync(
        """
        try { return await LoginLink.CreateForAccountAsync(client, "a"); }
        catch (StripeException) when (p is not null)
        { return await [|LoginLink.CreateForAccountAsync(client, "a")|]; }
        """,
        $$"""
        try { return await LoginLink.CreateForAccountAsync(client, "a"); }
        catch (StripeException exception) when (p is not null)
        { return await LoginLink.CreateForAccountAsync(client, "a", options: {{WithKeyOfException}}); }
        """);

    [Fact]
    public Task A_result_passes_the_key_of_its_error() => FixesAsync(
        """
        var result = await AccountLink.TryCreateAsync(client, p);
        if (!result.IsSuccess)
        {
            result = await [|AccountLink.TryCreateAsync(client, p)|];
        }

        bool failed = !result.IsSuccess;
        if (failed)
        {
            result = await [|AccountLink.TryCreateAsync(client, p)|];
        }
        """,
        $$"""
        var result = await AccountLink.TryCreateAsync(client, p);
        if (!result.IsSuccess)
        {
            result = await AccountLink.TryCreateAsync(client, p, new StripeRequestOptions { IdempotencyKey = result.Error.IdempotencyKey });
        }

        bool failed = !result.IsSuccess;
        if (failed)
        {
            result = await AccountLink.TryCreateAsync(client, p, {{WithKeyOfResult}});
        }
        """);

    [Fact]
    public Task A_loop_gets_one_key() => FixesAsync(
        """
        Console.WriteLine();

        // Until it works.
        while (true)
        {
            try
            {
                return await [|AccountLink.CreateAsync(client, p)|];
            }
            catch (StripeException)
            {
                await Task.Delay(1000); // A second.
            }
        }
        """,
        """
        Console.WriteLine();

        string idempotencyKey = Guid.NewGuid().ToString();
        // Until it works.
        while (true)
        {
            try
            {
                return await AccountLink.CreateAsync(client, p, new StripeRequestOptions { IdempotencyKey = idempotencyKey });
            }
            catch (StripeException)
            {
                await Task.Delay(1000); // A second.
            }
        }
        """);

    [Theory]
    [InlineData(
        """
        string idempotencyKey = "mine";
        for (int i = 0; i < 3; i++)
        {
            try { return await [|AccountLink.CreateAsync(client, p, new() { IdempotencyKey = Guid.NewGuid().ToString() })|]; }
            catch (StripeException) { }
        }
        """,
        """
        string idempotencyKey = "mine";
        string idempotencyKey2 = Guid.NewGuid().ToString();
        for (int i = 0; i < 3; i++)
        {
            try { return await AccountLink.CreateAsync(client, p, new() { IdempotencyKey = idempotencyKey2 }); }
            catch (StripeException) { }
        }
        """)]
    [InlineData(
        """
        var options = new StripeRequestOptions { MaxRetries = 0 };
        for (int i = 0; i < 3; i++)
        {
            try { return await [|AccountLink.CreateAsync(client, p, options)|]; } catch (StripeException) { }
        }
        """,
        """
        var options = new StripeRequestOptions { MaxRetries = 0, IdempotencyKey = Guid.NewGuid().ToString() };
        for (int i = 0; i < 3; i++)
        {
            try { return await AccountLink.CreateAsync(client, p, options); } catch (StripeException) { }
        }
        """)]
    [InlineData(
        """
        foreach (string id in new[] { "a", "b" })
        {
            foreach (int delay in new[] { 1, 2 })
            {
                var options = new StripeRequestOptions { MaxRetries = 0 };
                if ((await [|LoginLink.TryCreateForAccountAsync(client, id, options: options)|]).IsSuccess) { break; }
            }
        }
        """,
        """
        foreach (string id in new[] { "a", "b" })
        {
            string idempotencyKey = Guid.NewGuid().ToString();
            foreach (int delay in new[] { 1, 2 })
            {
                var options = new StripeRequestOptions { MaxRetries = 0, IdempotencyKey = idempotencyKey };
                if ((await LoginLink.TryCreateForAccountAsync(client, id, options: options)).IsSuccess) { break; }
            }
        }
        """)]
    [InlineData(
        """
        var link = await pipeline.ExecuteAsync(async t => await [|AccountLink.CreateAsync(client, p, cancellationToken: t)|]);
        """,
        $$"""
        string idempotencyKey = Guid.NewGuid().ToString();
        var link = await pipeline.ExecuteAsync(async t => await AccountLink.CreateAsync(client, p, {{WithKey}}, cancellationToken: t));
        """)]
    public Task Attempts_share_a_key(string statements, string @fixed) => FixesAsync(statements, @fixed);

    [Theory]
    [InlineData("""while (true) { try { await [|AccountLink.CreateAsync(client, p, new() { IdempotencyKey = $"{token}-{number++}" })|]; break; } catch (StripeException) { } }""")]
    [InlineData("""start: try { await [|AccountLink.CreateAsync(client, p)|]; } catch (StripeException) { goto start; }""")]
    [InlineData("""try { await AccountLink.CreateAsync(client, p); } catch (Exception) { await [|AccountLink.CreateAsync(client, p)|]; }""")]
    [InlineData("""try { await AccountLink.CreateAsync(client, p); } catch (StripeException) { return await [|RunAsync(client, p, token, pipeline, number)|]; }""")]
    [InlineData("""_ = new StripeRequestOptions { IdempotencyKey = [|"order"|] };""")]
    public Task Nothing_else_is_changed(string statements) => FixesAsync(statements, statements);

    [Fact]
    public Task Several_in_a_method_are_fixed_together() => FixesAsync(
        """
        for (int i = 0; i < 3; i++)
        {
            try { await [|AccountLink.CreateAsync(client, p)|]; break; } catch (StripeException) { }
        }

        while (true)
        {
            try { await [|LoginLink.CreateForAccountAsync(client, "a")|]; break; } catch (StripeException) { }
        }

        try { await AccountLink.CreateAsync(client, p); }
        catch (StripeException) { await [|AccountLink.CreateAsync(client, p)|]; }

        while (true)
        {
            try { await [|AccountLink.CreateAsync(client, p, new() { MaxRetries = 0 })|]; break; }
            catch (StripeException) { }
        }
        """,
        $$"""
        string idempotencyKey = Guid.NewGuid().ToString();
        for (int i = 0; i < 3; i++)
        {
            try { await AccountLink.CreateAsync(client, p, {{WithKey}}); break; } catch (StripeException) { }
        }

        string idempotencyKey2 = Guid.NewGuid().ToString();
        while (true)
        {
            try { await LoginLink.CreateForAccountAsync(client, "a", options: {{WithKey2}}); break; } catch (StripeException) { }
        }

        try { await AccountLink.CreateAsync(client, p); }
        catch (StripeException exception) { await AccountLink.CreateAsync(client, p, {{WithKeyOfException}}); }

        string idempotencyKey3 = Guid.NewGuid().ToString();
        while (true)
        {
            try { await AccountLink.CreateAsync(client, p, new() { MaxRetries = 0, IdempotencyKey = idempotencyKey3 }); break; }
            catch (StripeException) { }
        }
        """);

    [Fact]
    public async Task Those_that_can_be_fixed_are_fixed_after_one_that_cannot()
    {
        string program = InMethod(
            """
            _ = new StripeRequestOptions { IdempotencyKey = "order" };
            while (true) { try { await LoginLink.CreateForAccountAsync(client, "a"); break; } catch (StripeException) { } }
            while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException) { } }
            """);

        // As `dotnet format` does, which chooses the fix of the first diagnostic: this one has none.
        string @fixed = await WholeFile.FixAsync(program, new IdempotencyKeyAnalyzer(), new IdempotencyKeyFix(), equivalenceKey: null);

        Assert.Contains("LoginLink.CreateForAccountAsync(client, \"a\", options: new StripeRequestOptions { IdempotencyKey = idempotencyKey })", @fixed, StringComparison.Ordinal);
        Assert.Contains("AccountLink.CreateAsync(client, p, new StripeRequestOptions { IdempotencyKey = idempotencyKey2 })", @fixed, StringComparison.Ordinal);
    }

    [Fact]
    public Task Top_level_statements_are_fixed_as_well() => RuleTest<IdempotencyKeyAnalyzer>.FixesAsync<IdempotencyKeyFix>(
        """
        using var client = new StripeClient("sk_test_1");
        for (; ; )
        {
            try { await [|LoginLink.CreateForAccountAsync(client, "acct_1")|]; break; } catch (StripeException) { }
        }
        """,
        $$"""
        using var client = new StripeClient("sk_test_1");
        string idempotencyKey = Guid.NewGuid().ToString();
        for (; ; )
        {
            try { await LoginLink.CreateForAccountAsync(client, "acct_1", options: {{WithKey}}); break; } catch (StripeException) { }
        }
        """);

    [Fact]
    public Task Names_are_simplified_as_the_usings_allow() => RuleTest<IdempotencyKeyAnalyzer>.FixesAsync<IdempotencyKeyFix>(
        """
        await System.Threading.Tasks.Task.CompletedTask;

        namespace Shop
        {
            class StripeRequestOptions;

            class Guid;

            class Links
            {
                public async Task RunAsync(IStripeClient client)
                {
                    while (true)
                    {
                        try { await [|LoginLink.CreateForAccountAsync(client, "a")|]; break; } catch (StripeException) { }
                    }
                }
            }
        }
        """,
        $$"""
        await System.Threading.Tasks.Task.CompletedTask;

        namespace Shop
        {
            class StripeRequestOptions;

            class Guid;

            class Links
            {
                public async Task RunAsync(IStripeClient client)
                {
                    string idempotencyKey = System.Guid.NewGuid().ToString();
                    while (true)
                    {
                        try { await LoginLink.CreateForAccountAsync(client, "a", options: {{InFull}}); break; } catch (StripeException) { }
                    }
                }
            }
        }
        """);

    private static Task FixesAsync(string statements, string @fixed) =>
        RuleTest<IdempotencyKeyAnalyzer>.FixesAsync<IdempotencyKeyFix>(InMethod(statements), InMethod(@fixed));

    private static string InMethod(string statements) =>
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

using Lattice.Analyzers.Calls;
using Lattice.Analyzers.CodeFixes;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>The fix of LAT1008 where a call is repeated after its error.</summary>
public class IdempotencyKeyFixTests
{
    private const string WithKey = "new StripeRequestOptions { IdempotencyKey = idempotencyKey }";
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
    public Task A_catch_passes_the_key_of_the_exception(string call, string @fixed) => KeyFix.FixesAsync(
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
    public Task Options_on_several_lines_keep_their_lines_and_comments() => KeyFix.FixesAsync(
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
    public Task A_catch_without_a_variable_gets_one() => KeyFix.FixesAsync(
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
    public Task A_result_passes_the_key_of_its_error() => KeyFix.FixesAsync(
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

    [Theory]
    [InlineData("""while (true) { try { await [|AccountLink.CreateAsync(client, p, new() { IdempotencyKey = $"{token}-{number++}" })|]; break; } catch (StripeException) { } }""")]
    [InlineData("""start: try { await [|AccountLink.CreateAsync(client, p)|]; } catch (StripeException) { goto start; }""")]
    [InlineData("""try { await AccountLink.CreateAsync(client, p); } catch (Exception) { await [|AccountLink.CreateAsync(client, p)|]; }""")]
    [InlineData("""try { await AccountLink.CreateAsync(client, p); } catch (StripeException) { return await [|RunAsync(client, p, token, pipeline, number)|]; }""")]
    [InlineData("""_ = new StripeRequestOptions { IdempotencyKey = [|"order"|] };""")]
    public Task Nothing_else_is_changed(string statements) => KeyFix.FixesAsync(statements, statements);

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
}

using Lattice.Analyzers.Calls;
using Lattice.Analyzers.CodeFixes;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>The fix of LAT1008 where all attempts share one key, and several fixes together.</summary>
public class SharedKeyFixTests
{
    private const string WithKey = "new StripeRequestOptions { IdempotencyKey = idempotencyKey }";
    private const string WithKey2 = "new StripeRequestOptions { IdempotencyKey = idempotencyKey2 }";
    private const string WithKeyOfException = "new StripeRequestOptions { IdempotencyKey = exception.Error.IdempotencyKey }";

    [Fact]
    public Task A_loop_gets_one_key() => KeyFix.FixesAsync(
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
    public Task Attempts_share_a_key(string statements, string @fixed) => KeyFix.FixesAsync(statements, @fixed);

    [Fact]
    public Task Several_in_a_method_are_fixed_together() => KeyFix.FixesAsync(
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
        string program = KeyFix.InMethod(
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
}

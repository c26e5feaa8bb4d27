using Lattice.Analyzers.Calls;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1006: results that are dropped, or whose error nobody looks at.</summary>
public class IgnoredErrorTests
{
    [Theory]
    [InlineData("""await [|AccountLink.TryCreateAsync(client, p)|];""")]
    [InlineData("""_ = await [|AccountLink.TryCreateAsync(client, p)|];""")]
    [InlineData("""await [|AccountLink.TryCreateAsync(client, p)|].ConfigureAwait(false);""")]
    [InlineData("""_ = [|AccountLink.TryCreateAsync(client, p)|];""")]
    [InlineData("""_ = [|AccountLink.TryCreateAsync(client, p)|].Result;""")]
    [InlineData("""[|AccountLink.TryCreateAsync(client, p)|].GetAwaiter().GetResult();""")]
    [InlineData("""[|AccountLink.TryCreateAsync(client, p)|].Wait();""")]
    [InlineData("""await [|LoginLink.TryCreateForAccountAsync(client, "acct_1")|];""")]
    [InlineData("""await [|AccountLink.CreateOperation.TrySendAsync(client, [], p, null, default)|];""")]
    [InlineData("""await [|client.SendAsync(new StripeRequest<AccountLinkCreateParams, AccountLink>(AccountLink.CreateOperation), default)|];""")]
    [InlineData("""await Task.WhenAll([|AccountLink.TryCreateAsync(client, p)|], [|AccountLink.TryCreateAsync(client, p)|]);""")]
    [InlineData("""_ = await Task.WhenAll(new[] { "a", "b" }.Select(id => [|LoginLink.TryCreateForAccountAsync(client, id)|]));""")]
    [InlineData("""new List<string>().ForEach(async id => await [|LoginLink.TryCreateForAccountAsync(client, id)|]);""")]
    [InlineData("""await Parallel.ForEachAsync(new[] { "a" }, async (id, token) => await [|LoginLink.TryCreateForAccountAsync(client, id)|]);""")]
    [InlineData("""foreach (string id in new[] { "a" }) { await [|LoginLink.TryCreateForAccountAsync(client, id)|]; }""")]
    [InlineData("""try { await [|AccountLink.TryCreateAsync(client, p)|]; } catch (StripeException) { }""")]
    [InlineData("""async Task StartAsync() => await [|AccountLink.TryCreateAsync(client, p)|]; await StartAsync();""")]
    public Task A_result_that_is_dropped_is_reported(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("""var result = await [|AccountLink.TryCreateAsync(client, p)|];""")]
    [InlineData("""StripeResult<AccountLink> result; result = await [|AccountLink.TryCreateAsync(client, p)|];""")]
    [InlineData("""var task = [|AccountLink.TryCreateAsync(client, p)|]; await task;""")]
    [InlineData("""var task = [|AccountLink.TryCreateAsync(client, p)|]; await Task.Delay(1); _ = await task.ConfigureAwait(false);""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); Console.WriteLine([|result.Value|]?.Url);""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); Console.WriteLine($"{[|result.Value|]}");""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); _ = new { url = [|result.Value|]?.Url.Reveal() };""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); var url = [|result.Value|]?.Url; Console.WriteLine(url);""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); Microsoft.AspNetCore.Http.Results.Ok([|result.Value|]);""")]
    [InlineData("""Console.WriteLine([|(await AccountLink.TryCreateAsync(client, p)).Value|]);""")]
    [InlineData("""Console.WriteLine([|(await AccountLink.TryCreateAsync(client, p)).Value|]?.Url);""")]
    [InlineData("""var url = [|(await AccountLink.TryCreateAsync(client, p)).Value|]?.Url; Console.WriteLine($"{url}");""")]
    [InlineData("""[|AccountLink.TryCreateAsync(client, p).Result.Value|]?.ToString();""")]
    public Task An_error_that_nobody_looks_at_is_reported(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("""await AccountLink.CreateAsync(client, p);""")]
    [InlineData("""_ = AccountLink.CreateAsync(client, p);""")]
    [InlineData("""_ = (await AccountLink.TryCreateAsync(client, p)).GetValueOrThrow();""")]
    [InlineData("""(await AccountLink.TryCreateAsync(client, p)).GetValueOrThrow();""")]
    [InlineData("""bool ok = (await AccountLink.TryCreateAsync(client, p)).IsSuccess;""")]
    [InlineData("""Console.WriteLine(await AccountLink.TryCreateAsync(client, p));""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); Console.WriteLine(result);""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); Console.WriteLine($"{result}");""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); Console.WriteLine(result.ToString());""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); Log(result.Error);""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); Console.WriteLine(result.Error?.Message);""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); if (result is { IsSuccess: false }) { return; }""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); Action log = () => Console.WriteLine(result.IsSuccess);""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); var all = new[] { result };""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); if (result.Value is null) { return; }""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); var link = result.Value; if (link is null) { return; }""")]
    [InlineData("""var result = await AccountLink.TryCreateAsync(client, p); Console.WriteLine(result.Value?.Url.Reveal() ?? "none");""")]
    [InlineData("""var url = (await AccountLink.TryCreateAsync(client, p)).Value?.Url; if (url is null) { return; }""")]
    [InlineData("""var task = AccountLink.TryCreateAsync(client, p); await task; Console.WriteLine(task.Result.IsSuccess);""")]
    [InlineData("""var one = AccountLink.TryCreateAsync(client, p); var all = await Task.WhenAll(one);""")]
    [InlineData("""var tasks = new List<Task>(); tasks.Add(AccountLink.TryCreateAsync(client, p)); await Task.WhenAll(tasks);""")]
    [InlineData("""var results = await Task.WhenAll(AccountLink.TryCreateAsync(client, p));""")]
    [InlineData("""await Observe(AccountLink.TryCreateAsync(client, p));""")]
    [InlineData("""await TryOwnAsync(client);""")]
    [InlineData("""_ = await TryOwnAsync(client);""")]
    [InlineData("""Func<Task<StripeResult<AccountLink>>> create = () => AccountLink.TryCreateAsync(client, p); await create();""")]
    [InlineData("""Func<Task<StripeResult<AccountLink>>> create = async () => await AccountLink.TryCreateAsync(client, p); await create();""")]
    [InlineData("""await AccountLink.TryCreateAsync(client, p).ContinueWith(t => Console.WriteLine(t.Result.IsSuccess));""")]
    public Task A_result_that_is_looked_at_is_not_reported(string statements) => ReportsAsync(statements);

    [Fact]
    public Task Tests_may_ignore_a_result() => RuleTest<IgnoredErrorAnalyzer>.ReportsInTestProjectAsync(InMethod(
        """
        await AccountLink.TryCreateAsync(client, p);
        var result = await AccountLink.TryCreateAsync(client, p);
        Use(result.Value!);
        """));

    [Fact]
    public Task Generated_code_is_not_analyzed() => RuleTest<IgnoredErrorAnalyzer>.ReportsAsync(
        "// <auto-generated/>\n" + InMethod("await AccountLink.TryCreateAsync(client, p);"));

    [Theory]
    [InlineData("var result = await AccountLink.TryCreateAsync(client, p); if (result.")]
    [InlineData("var result = await AccountLink.TryCreateAsync(; result.Value.")]
    [InlineData("var result = await AccountLink.TryCreateAsync(client, p); if (result is { IsSuccess: ")]
    [InlineData("var result = await AccountLink.TryCreateAsync(client, p); while (!result.IsSuccess && ) { result = await ")]
    [InlineData("(await AccountLink.TryCreateAsync(client, p)).Value switch { { Url: var u } => ")]
    [InlineData("goto x; var r = await AccountLink.TryCreateAsync(client, p); r.Value!.Url = ")]
    public Task Incomplete_code_is_no_problem(string statements) => ReportsUnfinishedAsync(statements);

    internal static Task ReportsAsync(string statements) => RuleTest<IgnoredErrorAnalyzer>.ReportsAsync(InMethod(statements));

    private static Task ReportsUnfinishedAsync(string statements) =>
        IncompleteCode.CheckAsync(InMethod(statements), new IgnoredErrorAnalyzer());

    internal static string InMethod(string statements) =>
        $$"""
        await Task.CompletedTask;

        static class Program2
        {
            public static async Task RunAsync(IStripeClient client, bool condition, StripeResult<AccountLink> other)
            {
                var p = new AccountLinkCreateParams();
                await Task.CompletedTask;
                {{statements.ReplaceLineEndings("\n        ")}}
            }

            private static void Use(AccountLink link) => Console.WriteLine(link.Url);

            private static void Show(AccountLink? link) => Console.WriteLine(link?.Url);

            private static void Log(StripeError? error) => Console.WriteLine(error?.Message);

            private static void ThrowIfFailed(StripeResult<AccountLink> result) => result.GetValueOrThrow();

            private static Task Observe(Task task) => task;

            private static async Task<StripeResult<AccountLink>> TryOwnAsync(IStripeClient client)
            {
                StripeResult<AccountLink> result = await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams());
                Console.WriteLine(result.Error?.Message);
                return result;
            }
        }
        """;
}

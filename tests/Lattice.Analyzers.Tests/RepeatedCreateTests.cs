using Lattice.Analyzers.Calls;
using Lattice.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1008: calls that are repeated by hand.</summary>
public class RepeatedCreateTests
{
    [Theory]
    [InlineData("""while (true) { try { await [|AccountLink.CreateAsync(client, p)|]; break; } catch (StripeException) { } }""")]
    [InlineData("""while (true) { try { return await [|AccountLink.CreateAsync(client, p)|]; } catch (StripeException) { await Task.Delay(1); } }""")]
    [InlineData("""for (int i = 0; i < 3; i++) { try { return await [|AccountLink.CreateAsync(client, p)|]; } catch (StripeException) when (i < 2) { } }""")]
    [InlineData("""for (int i = 0; ; i++) { try { return await [|AccountLink.CreateAsync(client, p)|]; } catch (StripeException) { if (i == 3) { throw; } } }""")]
    [InlineData("""foreach (int delay in new[] { 1, 2 }) { try { return await [|AccountLink.CreateAsync(client, p)|]; } catch (Exception) { await Task.Delay(delay); } }""")]
    [InlineData("""bool done = false; while (!done) { try { await [|AccountLink.CreateAsync(client, p)|]; done = true; } catch (StripeException) { } }""")]
    [InlineData("""AccountLink? link = null; while (link == null) { try { link = await [|AccountLink.CreateAsync(client, p)|]; } catch { } }""")]
    [InlineData("""AccountLink? link = null; for (int i = 0; i < 3 && link is null; i++) { try { link = await [|AccountLink.CreateAsync(client, p)|]; } catch (StripeException) { } }""")]
    [InlineData("""bool retry; do { retry = false; try { await [|AccountLink.CreateAsync(client, p)|]; } catch (StripeException) { retry = true; } } while (retry);""")]
    [InlineData("""start: try { await [|AccountLink.CreateAsync(client, p)|]; } catch (StripeException) { goto start; }""")]
    [InlineData("""while (true) { try { await [|AccountLink.CreateAsync(client, p, new StripeRequestOptions { StripeAccount = "acct_1" })|]; break; } catch (StripeException) { } }""")]
    [InlineData("""var o = new StripeRequestOptions { MaxRetries = 0 }; while (true) { try { await [|AccountLink.CreateAsync(client, p, o)|]; break; } catch (StripeException) { } }""")]
    [InlineData("""while (true) { var o = new StripeRequestOptions { IdempotencyKey = Guid.NewGuid().ToString() }; try { await [|AccountLink.CreateAsync(client, p, o)|]; break; } catch (StripeException) { } }""")]
    [InlineData("""while (true) { string key = Guid.NewGuid().ToString(); try { await [|AccountLink.CreateAsync(client, p, new() { IdempotencyKey = key })|]; break; } catch (StripeException) { } }""")]
    [InlineData("""for (int i = 0; i < 3; i++) { try { await [|AccountLink.CreateAsync(client, p, new() { IdempotencyKey = $"{account}-{i}" })|]; break; } catch (StripeException) { } }""")]
    [InlineData("""while (true) { try { var q = new AccountLinkCreateParams { Account = account }; await [|AccountLink.CreateAsync(client, q)|]; break; } catch (StripeException) { } }""")]
    [InlineData("""while (true) { try { await [|LoginLink.CreateForAccountAsync(client, account)|]; break; } catch (StripeException) { } }""")]
    [InlineData("""while (true) { try { await [|AccountLink.CreateAsync(client, p)|].ConfigureAwait(false); break; } catch (OperationCanceledException) { } }""")]
    [InlineData("""foreach (string id in new[] { "a" }) { while (true) { try { await [|LoginLink.CreateForAccountAsync(client, id)|]; break; } catch (StripeException) { } } }""")]
    [InlineData("""while (true) { try { await [|AccountLink.CreateOperation.SendAsync(client, [], p, null, default)|]; break; } catch (StripeException) { } }""")]
    [InlineData("""Func<Task> run = async () => { while (true) { try { await [|AccountLink.CreateAsync(client, p)|]; break; } catch (StripeException) { } } };""")]
    [InlineData("""async Task Run() { while (true) { try { await [|AccountLink.CreateAsync(client, p)|]; break; } catch (StripeException) { } } } await Run();""")]
    [InlineData("""while (true) { try { await [|AccountLink.CreateAsync(client, p)|]; break; } catch (StripeException e) when (e.Error.Type == StripeErrorType.ConnectionError) { } }""")]
    [InlineData("""while (true) { try { await [|AccountLink.CreateAsync(client, p)|]; break; } catch (StripeException e) when (e.Error.IsOutcomeUnknown) { } }""")]
    [InlineData("""while (true) { try { await [|AccountLink.CreateAsync(client, p)|]; break; } catch (StripeException e) { if (!e.Error.IsOutcomeUnknown) { throw; } } }""")]
    [InlineData("""while (true) { try { await [|AccountLink.CreateAsync(client, p)|]; break; } catch (StripeException e) { Console.WriteLine($"{e.Error.IsOutcomeUnknown}"); } }""")]
    [InlineData("""bool again; do { again = false; try { await [|AccountLink.CreateAsync(client, p)|]; } catch (StripeException e) { again = e.Error.IsOutcomeUnknown; } } while (again);""")]
    [InlineData("""StripeResult<AccountLink> r; do { r = await [|AccountLink.TryCreateAsync(client, p)|]; } while (!r.IsSuccess && r.Error.IsOutcomeUnknown);""")]
    public Task A_create_that_a_loop_repeats_is_reported(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("""StripeResult<AccountLink> r; do { r = await [|AccountLink.TryCreateAsync(client, p)|]; } while (!r.IsSuccess);""")]
    [InlineData("""while (true) { var r = await [|AccountLink.TryCreateAsync(client, p)|]; if (r.IsSuccess) { return r.Value; } }""")]
    [InlineData("""for (int i = 0; i < 3; i++) { if ((await [|AccountLink.TryCreateAsync(client, p)|]).IsSuccess) { break; } }""")]
    [InlineData("""for (int i = 0; i < 3; i++) { if (await [|AccountLink.TryCreateAsync(client, p)|] is { Value: { } link }) { return link; } }""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); if (!r.IsSuccess) { r = await [|AccountLink.TryCreateAsync(client, p)|]; }""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); if (r.Error is not null) { return await [|AccountLink.CreateAsync(client, p)|]; }""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); while (!r.IsSuccess) { r = await [|AccountLink.TryCreateAsync(client, p)|]; }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException) { return await [|AccountLink.CreateAsync(client, p)|]; }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException) { var r = await [|AccountLink.TryCreateAsync(client, p)|]; }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException) { } return await [|AccountLink.CreateAsync(client, p)|];""")]
    [InlineData("""bool failed = false; try { await AccountLink.CreateAsync(client, p); } catch (StripeException) { failed = true; } if (failed) { await [|AccountLink.CreateAsync(client, p)|]; }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (Exception e) { Console.WriteLine(e.Message); await [|AccountLink.CreateAsync(client, p, new StripeRequestOptions { IdempotencyKey = Guid.NewGuid().ToString() })|]; }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p, options); } catch (StripeException) { await [|AccountLink.CreateAsync(client, p)|]; }""")]
    [InlineData("""try { await AccountLink.CreateAsync(client, new AccountLinkCreateParams { Account = account }); } catch (StripeException) { await [|AccountLink.CreateAsync(client, new AccountLinkCreateParams { Account = account })|]; }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException) { return await [|RunAsync(client, p, account, options, pipeline)|]; }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException) { await Task.Delay(1); } return await [|RunAsync(client, p, account, options, pipeline)|];""")]
    [InlineData("""async Task<AccountLink> Go(string id, int left) { try { return await AccountLink.CreateAsync(client, new() { Account = id }); } catch (StripeException) when (left > 0) { return await [|Go(id, left - 1)|]; } } await Go(account, 3);""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) when (e.Error.IsOutcomeUnknown) { return await [|AccountLink.CreateAsync(client, p)|]; }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) when (e.Error.IsOutcomeUnknown || account == "a") { return await [|AccountLink.CreateAsync(client, p)|]; }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) when (e.Error is { IsOutcomeUnknown: true }) { return await [|AccountLink.CreateAsync(client, p)|]; }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) { bool unknown = e.Error.IsOutcomeUnknown; if (unknown) { return await [|AccountLink.CreateAsync(client, p)|]; } throw; }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) { Console.WriteLine(e.Error.IsOutcomeUnknown); return await [|AccountLink.CreateAsync(client, p)|]; }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) { if (e.Error.IsOutcomeUnknown == false) { throw; } } return await [|AccountLink.CreateAsync(client, p)|];""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) when (!e.Error.IsOutcomeUnknown) { return null; } catch (StripeException) { return await [|AccountLink.CreateAsync(client, p)|]; }""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); if (r.Error?.IsOutcomeUnknown == true) { r = await [|AccountLink.TryCreateAsync(client, p)|]; }""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); if (r.Error is { IsOutcomeUnknown: true }) { r = await [|AccountLink.TryCreateAsync(client, p)|]; }""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); if (r.Error?.IsOutcomeUnknown ?? false) { r = await [|AccountLink.TryCreateAsync(client, p)|]; }""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); if (!r.IsSuccess && r.Error.IsOutcomeUnknown) { return await [|AccountLink.CreateAsync(client, p)|]; }""")]
    public Task A_create_that_is_made_again_is_reported(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("""await pipeline.ExecuteAsync(async token => await [|AccountLink.CreateAsync(client, p, cancellationToken: token)|]);""")]
    [InlineData("""await pipeline.ExecuteAsync(async token => { var r = await [|AccountLink.TryCreateAsync(client, p)|]; r.GetValueOrThrow(); });""")]
    [InlineData("""await pipeline.ExecuteAsync(async token => await [|AccountLink.CreateAsync(client, p, new() { IdempotencyKey = Guid.NewGuid().ToString() })|]);""")]
    [InlineData("""var own = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).AddTimeout(TimeSpan.FromSeconds(1)).Build(); await own.ExecuteAsync(async token => await [|AccountLink.CreateAsync(client, p)|]);""")]
    [InlineData("""var own = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<StripeException>(e => e.Error.IsOutcomeUnknown) }).Build(); await own.ExecuteAsync(async token => await [|AccountLink.CreateAsync(client, p)|]);""")]
    public Task A_create_in_a_pipeline_is_reported(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("""foreach (string id in new[] { "a", "b" }) { try { await LoginLink.CreateForAccountAsync(client, id); } catch (StripeException) { } }""")]
    [InlineData("""foreach (string id in new[] { "a", "b" }) { try { await AccountLink.CreateAsync(client, p); } catch (StripeException) { continue; } }""")]
    [InlineData("""foreach (string id in new[] { "a", "b" }) { try { return await AccountLink.CreateAsync(client, new() { Account = id }); } catch (StripeException) { } }""")]
    [InlineData("""string[] ids = ["a", "b"]; for (int i = 0; i < 2; i++) { try { await LoginLink.CreateForAccountAsync(client, ids[i]); break; } catch (StripeException) { } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); } catch (StripeException) { } await Task.Delay(1); }""")]
    [InlineData("""while (true) { await AccountLink.CreateAsync(client, p); }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException) { throw; } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException) { return null; } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (FormatException) { } }""")]
    [InlineData("""while (true) { string? id = Console.ReadLine(); try { await LoginLink.CreateForAccountAsync(client, id!); break; } catch (StripeException) { } }""")]
    [InlineData("""while (true) { try { await LoginLink.CreateForAccountAsync(client, Console.ReadLine()!); break; } catch (StripeException) { } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException) { p.Collect = null; } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException) { p = new(); } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p, options); break; } catch (StripeException) { } }""")]
    [InlineData("""var o = new StripeRequestOptions { IdempotencyKey = Guid.NewGuid().ToString() }; while (true) { try { await AccountLink.CreateAsync(client, p, o); break; } catch (StripeException) { } }""")]
    [InlineData("""string key = Guid.NewGuid().ToString(); while (true) { try { await AccountLink.CreateAsync(client, p, new() { IdempotencyKey = key }); break; } catch (StripeException) { } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p, new() { IdempotencyKey = $"link-{account}" }); break; } catch (StripeException) { } }""")]
    [InlineData("""string? key = null; while (true) { try { await AccountLink.CreateAsync(client, p, new() { IdempotencyKey = key }); break; } catch (StripeException e) { key = e.Error.IdempotencyKey; } }""")]
    [InlineData("""string? key = null; while (true) { try { await AccountLink.CreateAsync(client, p, key is null ? null : new() { IdempotencyKey = key }); break; } catch (StripeException e) { key = e.Error.IdempotencyKey; } }""")]
    [InlineData("""StripeRequestOptions? o = null; while (true) { try { await AccountLink.CreateAsync(client, p, o); break; } catch (StripeException e) { o = new() { IdempotencyKey = e.Error.IdempotencyKey }; } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException e) when (!e.Error.IsOutcomeUnknown) { } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException e) { if (e.Error.IsOutcomeUnknown) { throw; } } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException e) when (e.Error.Type == StripeErrorType.RateLimitError) { } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException e) when (e.Error.StatusCode == System.Net.HttpStatusCode.TooManyRequests) { } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException e) when (e.Error.Code == "lock_timeout") { } }""")]
    [InlineData("""for (int i = 0; i < 3; i++) { var r = await AccountLink.TryCreateAsync(client, p); Console.WriteLine(r.IsSuccess); }""")]
    [InlineData("""foreach (string id in new[] { "a", "b" }) { var r = await LoginLink.TryCreateForAccountAsync(client, id); if (!r.IsSuccess) { continue; } }""")]
    [InlineData("""foreach (string id in new[] { "a", "b" }) { var r = await LoginLink.TryCreateForAccountAsync(client, id); if (r.IsSuccess) { break; } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException e) { bool unknown = e.Error.IsOutcomeUnknown; if (unknown) { return null; } } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException e) { if (e.Error.IsOutcomeUnknown) { break; } } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException e) when (e.Error.IsOutcomeUnknown) { throw; } catch (StripeException) { } }""")]
    [InlineData("""bool again; do { again = false; try { await AccountLink.CreateAsync(client, p); } catch (StripeException e) { again = !e.Error.IsOutcomeUnknown; } } while (again);""")]
    [InlineData("""bool again; do { again = false; try { await AccountLink.CreateAsync(client, p); } catch (StripeException e) { again = CanRepeat(e.Error); } } while (again); bool CanRepeat(StripeError error) { if (error.IsOutcomeUnknown) { return false; } return true; }""")]
    [InlineData("""Func<StripeError, bool> isSafe = error => !error.IsOutcomeUnknown; while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException e) when (isSafe(e.Error)) { } }""")]
    [InlineData("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException e) when (Equals(e.Error.IsOutcomeUnknown, false)) { } }""")]
    [InlineData("""StripeResult<AccountLink> r; do { r = await AccountLink.TryCreateAsync(client, p); } while (!r.IsSuccess && !r.Error.IsOutcomeUnknown);""")]
    [InlineData("""while (true) { var r = await AccountLink.TryCreateAsync(client, p); if (r.IsSuccess || r.Error.IsOutcomeUnknown) { break; } }""")]
    public Task A_loop_that_does_not_repeat_a_create_is_not_reported(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) { return await AccountLink.CreateAsync(client, p, new StripeRequestOptions { IdempotencyKey = e.Error.IdempotencyKey }); }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p, options); } catch (StripeException) { return await AccountLink.CreateAsync(client, p, options); }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException) { return await AccountLink.CreateAsync(client, new AccountLinkCreateParams()); }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException) { p.Type = "account_update"; return await AccountLink.CreateAsync(client, p); }""")]
    [InlineData("""try { await AccountLink.CreateAsync(client, p); } catch (StripeException) { await LoginLink.CreateForAccountAsync(client, account); }""")]
    [InlineData("""try { await AccountLink.CreateAsync(client, p); } catch (StripeException) { } await AccountLink.CreateAsync(client, p);""")]
    [InlineData("""try { await AccountLink.CreateAsync(client, p); } finally { await AccountLink.CreateAsync(client, p); }""")]
    [InlineData("""await AccountLink.CreateAsync(client, p); await AccountLink.CreateAsync(client, p);""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); if (!r.IsSuccess) { r = await AccountLink.TryCreateAsync(client, p, new() { IdempotencyKey = r.Error.IdempotencyKey }); }""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); if (r.IsSuccess) { r = await AccountLink.TryCreateAsync(client, p); }""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); if (!r.IsSuccess && !r.Error.IsOutcomeUnknown) { r = await AccountLink.TryCreateAsync(client, p); }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException) { return await RunAsync(client, new(), account, options, pipeline); }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p, options); } catch (StripeException) { return await RunAsync(client, p, account, options, pipeline); }""")]
    [InlineData("""try { await AccountLink.CreateAsync(client, p); } catch (StripeException) { } return await RunAsync(client, p, account, options, pipeline);""")]
    [InlineData("""string key = Guid.NewGuid().ToString(); await pipeline.ExecuteAsync(async token => await AccountLink.CreateAsync(client, p, new() { IdempotencyKey = key }));""")]
    [InlineData("""await pipeline.ExecuteAsync(async token => await AccountLink.CreateAsync(client, p, options, token));""")]
    [InlineData("""var own = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build(); await own.ExecuteAsync(async token => await AccountLink.CreateAsync(client, p));""")]
    [InlineData("""await Task.Run(async () => await AccountLink.CreateAsync(client, p));""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) when (!e.Error.IsOutcomeUnknown) { return await AccountLink.CreateAsync(client, p); }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) when (account == "a" && e.Error.IsOutcomeUnknown is false) { return await AccountLink.CreateAsync(client, p); }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) { if (e.Error is { IsOutcomeUnknown: true }) { throw; } return await AccountLink.CreateAsync(client, p); }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) { return e.Error.IsOutcomeUnknown ? null : await AccountLink.CreateAsync(client, p); }""")]
    [InlineData("""try { return await AccountLink.CreateAsync(client, p); } catch (StripeException e) { switch (e.Error.IsOutcomeUnknown) { case true: throw; default: return await AccountLink.CreateAsync(client, p); } }""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); if (r.Error?.IsOutcomeUnknown == false) { r = await AccountLink.TryCreateAsync(client, p); }""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); if (r.Error is { IsOutcomeUnknown: false }) { r = await AccountLink.TryCreateAsync(client, p); }""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); if (!(r.Error?.IsOutcomeUnknown ?? true)) { r = await AccountLink.TryCreateAsync(client, p); }""")]
    [InlineData("""var own = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<StripeException>(e => !e.Error.IsOutcomeUnknown) }).Build(); await own.ExecuteAsync(async token => await AccountLink.CreateAsync(client, p));""")]
    [InlineData("""foreach (string key in new[] { "a" }) { await Task.Run(async () => { var o = new StripeRequestOptions { IdempotencyKey = key }; await AccountLink.CreateAsync(client, p, o); await AccountLink.CreateAsync(client, p); }); }""")]
    [InlineData("""try { await Task.Run(async () => { await AccountLink.CreateAsync(client, p); await AccountLink.CreateAsync(client, p); }); } catch (StripeException) { }""")]
    [InlineData("""using (client as IDisposable) { Func<Task> run = () => AccountLink.CreateAsync(client, p); Func<Task> again = async () => { await AccountLink.CreateAsync(client, p); await AccountLink.CreateAsync(client, p); }; }""")]
    public Task A_create_that_is_not_repeated_is_not_reported(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("", "give Go a parameter for the IdempotencyKey of the error")]
    [InlineData("StripeRequestOptions? with = null", "pass the IdempotencyKey of the error in the parameter 'with'")]
    [InlineData("string? idempotencyKey = null", "pass the IdempotencyKey of the error in the parameter 'idempotencyKey'")]
    public Task A_method_that_calls_itself_is_told_how_to_pass_the_key(string parameter, string advice) =>
        RuleTest<IdempotencyKeyAnalyzer>.ReportsAsync(
            InMethod(
                $$"""
                async Task<AccountLink> Go({{parameter}})
                {
                    try { return await AccountLink.CreateAsync(client, p); } catch (StripeException) { return await {|#0:Go()|}; }
                }

                await Go();
                """),
            DiagnosticResult.CompilerWarning("LAT1008").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
                "This calls Go again, which repeats AccountLink.CreateAsync without the key of the first attempt, which Stripe may have "
                    + $"carried out; {advice}, so that nothing happens twice"));

    [Fact]
    public Task Tests_may_repeat_a_create() => RuleTest<IdempotencyKeyAnalyzer>.ReportsInTestProjectAsync(
        InMethod("""while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException) { } }"""));

    [Theory]
    [InlineData("while (true) { try { await AccountLink.CreateAsync(client, p); break; } catch (StripeException e) when (e.")]
    [InlineData("start: try { await AccountLink.CreateAsync(client, ); } catch { goto start; goto other; } while (await AccountLink.TryCreateAsync(")]
    [InlineData("await pipeline.ExecuteAsync(async token => await AccountLink.CreateAsync(client, p, new() { IdempotencyKey = ")]
    public Task Incomplete_code_is_no_problem(string statements) =>
        IncompleteCode.CheckAsync(InMethod(statements), new IdempotencyKeyAnalyzer());

    private static Task ReportsAsync(string statements) => RuleTest<IdempotencyKeyAnalyzer>.ReportsAsync(InMethod(statements));

    internal static string InMethod(string statements) =>
        $$"""
        using Polly;
        using Polly.Retry;
        await Task.CompletedTask;

        class Program2
        {
            public static async Task<AccountLink?> RunAsync(
                IStripeClient client, AccountLinkCreateParams p, string account, StripeRequestOptions options, ResiliencePipeline pipeline)
            {
                await Task.CompletedTask;
                {{statements.ReplaceLineEndings("\n        ")}}
                return null;
            }
        }
        """;
}

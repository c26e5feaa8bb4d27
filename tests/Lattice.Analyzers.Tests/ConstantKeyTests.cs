using Lattice.Analyzers.Calls;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1008: idempotency keys that are the same for each call.</summary>
public class ConstantKeyTests
{
    [Theory]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|"order"|] };""")]
    [InlineData("""StripeRequestOptions o = new() { StripeAccount = "acct_1", IdempotencyKey = [|"order"|] };""")]
    [InlineData("""new StripeRequestOptions(given) { IdempotencyKey = [|"order"|] };""")]
    [InlineData("""await AccountLink.CreateAsync(client, p, new StripeRequestOptions { IdempotencyKey = [|"order"|] });""")]
    [InlineData("""await AccountLink.CreateAsync(client, p, options: new() { IdempotencyKey = [|"order"|] });""")]
    [InlineData("""const string Key = "order"; new StripeRequestOptions { IdempotencyKey = [|Key|] };""")]
    [InlineData("""string key = "order"; new StripeRequestOptions { IdempotencyKey = [|key|] };""")]
    [InlineData("""string key; if (orderId is null) { key = "a"; } else { key = "b"; } new StripeRequestOptions { IdempotencyKey = [|key|] };""")]
    [InlineData("""string key = "order"; string other = key + "-1"; new StripeRequestOptions { IdempotencyKey = [|other|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|$"order"|] };""")]
    [InlineData("""const string Key = "order"; new StripeRequestOptions { IdempotencyKey = [|$"{Key}-{1}"|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|"order-" + 1|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|nameof(AccountLink)|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|Fixed|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|Keys.Order|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|Keys.Always|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|Keys.Started|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|Keys.Order + "-1"|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|string.Concat("order", "-", "1")|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|"Order".ToLowerInvariant()|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|orderId is null ? "a" : "b"|] };""")]
    [InlineData("""Func<StripeRequestOptions> create = () => new() { IdempotencyKey = [|"order"|] };""")]
    [InlineData("""StripeRequestOptions Create() => new() { IdempotencyKey = [|"order"|] }; Create();""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|Keys.Random|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|Keys.Once|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|Keys.Run.ToString("N")|] };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = [|$"order-{Keys.Run}"|] };""")]
    public Task A_key_that_is_always_the_same_is_reported(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = $"order-{orderId}" };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = "order-" + orderId };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = string.Concat("order-", orderId) };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = orderId };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = orderId ?? "none" };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = orderId is null ? "none" : $"order-{orderId}" };""")]
    [InlineData("""string key = "order"; key += orderId; new StripeRequestOptions { IdempotencyKey = key };""")]
    [InlineData("""string key = "order"; if (orderId is not null) { key = orderId; } new StripeRequestOptions { IdempotencyKey = key };""")]
    [InlineData("""string key = "order"; Change(ref key); new StripeRequestOptions { IdempotencyKey = key }; void Change(ref string k) => k = "x";""")]
    [InlineData("""foreach (string key in new[] { "a", "b" }) { _ = new StripeRequestOptions { IdempotencyKey = key }; }""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = Guid.NewGuid().ToString() };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = Keys.Next };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = Keys.Settable };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = $"{Keys.Random}-{orderId}" };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = orderId?.ToString() };""")]
    [InlineData("""new StripeRequestOptions { IdempotencyKey = null };""")]
    [InlineData("""new StripeRequestOptions { StripeAccount = "acct_1", ApiVersion = "2026-09-30.endive" };""")]
    [InlineData("""new StripeError { IdempotencyKey = "order" };""")]
    [InlineData("""var o = new { IdempotencyKey = "order" };""")]
    public Task A_key_that_can_differ_is_not_reported(string statements) => ReportsAsync(statements);

    [Fact]
    public Task A_key_of_another_file_is_found() => RuleTest<IdempotencyKeyAnalyzer>.ReportsAsync(
        """
        var options = new StripeRequestOptions { IdempotencyKey = [|"order"|] };

        static partial class Keys
        {
            public static StripeRequestOptions Options => new() { IdempotencyKey = [|Order|] };
        }

        static partial class Keys
        {
            public static readonly string Order = "order";
        }
        """);

    [Fact]
    public Task Tests_may_use_any_key() => RuleTest<IdempotencyKeyAnalyzer>.ReportsInTestProjectAsync(
        """var options = new StripeRequestOptions { IdempotencyKey = "order" };""");

    [Fact]
    public Task Generated_code_is_not_analyzed() => RuleTest<IdempotencyKeyAnalyzer>.ReportsAsync(
        """
        // <auto-generated/>
        var options = new StripeRequestOptions { IdempotencyKey = "order" };
        """);

    private static Task ReportsAsync(string statements) => RuleTest<IdempotencyKeyAnalyzer>.ReportsAsync(
        $$"""
        await Task.CompletedTask;

        static class Keys
        {
            public static readonly string Order = "order", Random = Guid.NewGuid().ToString();
            public static readonly string Started = $"order-{1}";
            public static string Settable = "order";
            public static string Always => "order";
            public static readonly Guid Run = Guid.NewGuid();
            public static string Once { get; } = "order-" + Guid.CreateVersion7();
            public static string Next => Guid.NewGuid().ToString();
        }

        class Program2
        {
            private static readonly string Fixed = "order";

            public static async Task RunAsync(IStripeClient client, AccountLinkCreateParams p, string? orderId, StripeRequestOptions given)
            {
                await Task.CompletedTask;
                {{statements}}
            }
        }
        """);
}

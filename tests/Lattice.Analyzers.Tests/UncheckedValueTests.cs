using Lattice.Analyzers.Calls;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1006: the value of a result where the call may have failed.</summary>
public class UncheckedValueTests
{
    private const string Create = "var result = await AccountLink.TryCreateAsync(client, p); ";

    [Theory]
    [InlineData("""Use([|result.Value|]!);""")]
    [InlineData("""Use([|result.Value|]);""")]
    [InlineData("""Console.WriteLine([|result.Value|]!.Url);""")]
    [InlineData("""Console.WriteLine([|result.Value|].Url);""")]
    [InlineData("""var link = [|result.Value|]!; Use(link);""")]
    [InlineData("""var link = result.Value; Console.WriteLine([|link|].Url);""")]
    [InlineData("""var link = result.Value; Use([|link|]!);""")]
    [InlineData("""if (result.IsSuccess) { Use(result.Value); } Use([|result.Value|]!);""")]
    [InlineData("""if (!result.IsSuccess) { Console.WriteLine(result.Error.Message); } Use([|result.Value|]!);""")]
    [InlineData("""if (!result.IsSuccess) { Use([|result.Value|]!); }""")]
    [InlineData("""if (result.IsSuccess || condition) { Use([|result.Value|]!); }""")]
    [InlineData("""if (condition && result.IsSuccess) { } else { Use([|result.Value|]!); }""")]
    [InlineData("""if (result.Error is { } error) { Log(error); } Console.WriteLine([|result.Value|]!.Url);""")]
    [InlineData("""if (result.Error != null) { Use([|result.Value|]!); }""")]
    [InlineData("""if (result is { IsSuccess: false }) { Console.WriteLine("failed"); } Use([|result.Value|]!);""")]
    [InlineData("""bool ok = result.IsSuccess; if (!ok) { Console.WriteLine("failed"); } Use([|result.Value|]!);""")]
    [InlineData("""bool ok = result.IsSuccess; if (ok || condition) { Use([|result.Value|]!); }""")]
    [InlineData("""Console.WriteLine(result.IsSuccess); Use([|result.Value|]!);""")]
    [InlineData("""Console.WriteLine(result.Error?.Message); Use([|result.Value|]!);""")]
    [InlineData("""var uri = new Uri([|result.Value|]!.Url.Reveal());""")]
    [InlineData("""SecretString url = condition ? [|result.Value|]!.Url : "none";""")]
    [InlineData("""try { Use([|result.Value|]!); } catch (NullReferenceException) { }""")]
    [InlineData("""if (!result.IsSuccess) { try { throw new StripeException(result.Error); } catch (StripeException) { } } Use([|result.Value|]!);""")]
    [InlineData("""Xunit.Assert.True(condition); Use([|result.Value|]!);""")]
    [InlineData("""Action show = () => Console.WriteLine("x"); Use([|result.Value|]!);""")]
    [InlineData("""if (!result.IsSuccess) { result = await AccountLink.TryCreateAsync(client, p); } Use([|result.Value|]!);""")]
    [InlineData("""for (int i = 0; i < 3 && !result.IsSuccess; i++) { result = await AccountLink.TryCreateAsync(client, p); } Use([|result.Value|]!);""")]
    [InlineData("""while (true) { Use([|result.Value|]!); if (result.IsSuccess) { break; } result = await AccountLink.TryCreateAsync(client, p); }""")]
    [InlineData("""if (result.IsSuccess) { result = await AccountLink.TryCreateAsync(client, p); Use([|result.Value|]!); }""")]
    [InlineData("""switch (result.IsSuccess) { case false: Use([|result.Value|]!); break; }""")]
    [InlineData("""string text = result switch { { IsSuccess: true } => "ok", _ => [|result.Value|]!.Url.Reveal() };""")]
    [InlineData("""if (result is { Value: var link }) { Console.WriteLine([|link|].Url); }""")]
    [InlineData("""_ = result.Value is { } || [|result.Value|]!.Url.HasValue;""")]
    [InlineData("""try { if (!result.IsSuccess) { throw new StripeException(result.Error); } } catch (StripeException) { } Use([|result.Value|]!);""")]
    [InlineData("""if (result.IsSuccess is not true) { Console.WriteLine("failed"); } Console.WriteLine([|result.Value|]!.Url);""")]
    [InlineData("""if (result is not { Error: null }) { Use([|result.Value|]!); }""")]
    [InlineData("""Console.WriteLine([|result.Value|]!.Url); Console.WriteLine(result.Value!.ExpiresAt);""")]
    [InlineData("""var (url, at) = ([|result.Value|]!.Url, result.Value!.ExpiresAt);""")]
    [InlineData("""Func<string> reveal = [|result.Value|]!.Url.Reveal;""")]
    [InlineData("""using var scope = new System.IO.MemoryStream(); using (scope) { Use([|result.Value|]!); }""")]
    [InlineData("""lock (p) { Use([|result.Value|]!); }""")]
    [InlineData("""if (condition) { if (!result.IsSuccess) { return; } } Use([|result.Value|]!);""")]
    [InlineData("""if (condition && !result.IsSuccess) { return; } if (!condition) { Use([|result.Value|]!); }""")]
    [InlineData("""bool b = condition; if (b && !result.IsSuccess) { return; } b = true; if (b) { Use([|result.Value|]!); }""")]
    public Task A_value_of_a_call_that_may_have_failed_is_reported(string statements) =>
        IgnoredErrorTests.ReportsAsync(Create + statements);

    [Theory]
    [InlineData("""Use([|(await AccountLink.TryCreateAsync(client, p)).Value|]!);""")]
    [InlineData("""Use([|(await AccountLink.TryCreateAsync(client, p)).Value|]);""")]
    [InlineData("""Console.WriteLine([|(await AccountLink.TryCreateAsync(client, p)).Value|]!.Url);""")]
    [InlineData("""Use([|AccountLink.TryCreateAsync(client, p).Result.Value|]!);""")]
    [InlineData("""Use([|AccountLink.TryCreateAsync(client, p).GetAwaiter().GetResult().Value|]!);""")]
    [InlineData("""var link = (await AccountLink.TryCreateAsync(client, p)).Value; Use([|link|]!);""")]
    [InlineData("""var task = AccountLink.TryCreateAsync(client, p); Use([|(await task).Value|]!);""")]
    [InlineData("""var task = AccountLink.TryCreateAsync(client, p); var result = await task; Use([|result.Value|]!);""")]
    [InlineData("""var result = await TryOwnAsync(client); Use([|result.Value|]!);""")]
    [InlineData("""other = await AccountLink.TryCreateAsync(client, p); Use([|other.Value|]!);""")]
    [InlineData("""if (!other.IsSuccess) { Console.WriteLine("failed"); } Use([|other.Value|]!);""")]
    [InlineData("""if (other.Error is { } error) { Console.WriteLine(error.Message); } Use([|other.Value|]!);""")]
    [InlineData("""Func<Task<SecretString>> get = async () => [|(await AccountLink.TryCreateAsync(client, p)).Value|]!.Url;""")]
    [InlineData("""async Task<SecretString> GetAsync() { var r = await AccountLink.TryCreateAsync(client, p); return [|r.Value|]!.Url; } await GetAsync();""")]
    [InlineData("""async Task<AccountLink> GetAsync() { var r = await AccountLink.TryCreateAsync(client, p); return [|r.Value|]; } await GetAsync();""")]
    [InlineData("""foreach (string id in new[] { "a" }) { var r = await LoginLink.TryCreateForAccountAsync(client, id); Console.WriteLine([|r.Value|]!.Url); }""")]
    [InlineData("""var r = condition ? await AccountLink.TryCreateAsync(client, p) : await AccountLink.TryCreateAsync(client, p); Use([|r.Value|]!);""")]
    public Task A_value_that_is_read_from_the_call_is_reported(string statements) => IgnoredErrorTests.ReportsAsync(statements);

    [Theory]
    [InlineData("""if (result.IsSuccess) { Use(result.Value); }""")]
    [InlineData("""if (result.IsSuccess == true) { Use(result.Value!); }""")]
    [InlineData("""if (false == result.IsSuccess) { return; } Use(result.Value!);""")]
    [InlineData("""if (!result.IsSuccess) { return; } Use(result.Value);""")]
    [InlineData("""if (!result.IsSuccess) { throw new StripeException(result.Error); } Use(result.Value);""")]
    [InlineData("""if (result.IsSuccess && condition) { Use(result.Value); }""")]
    [InlineData("""if (condition || !result.IsSuccess) { return; } Use(result.Value);""")]
    [InlineData("""if (!(result.IsSuccess && condition)) { return; } Use(result.Value);""")]
    [InlineData("""if (result.IsSuccess & condition) { Use(result.Value!); }""")]
    [InlineData("""Console.WriteLine(result.IsSuccess ? result.Value.Url : "none");""")]
    [InlineData("""if (result.Error is null) { Use(result.Value!); }""")]
    [InlineData("""if (result.Error is { } error) { Log(error); return; } Use(result.Value!);""")]
    [InlineData("""if (result.Error is not { } error) { Use(result.Value!); }""")]
    [InlineData("""if (result.Error != null) { return; } Use(result.Value!);""")]
    [InlineData("""var error = result.Error; if (error is not null) { return; } Use(result.Value!);""")]
    [InlineData("""if (result.Value is { } link) { Use(link); }""")]
    [InlineData("""if (result.Value is AccountLink link) { Use(link); Use(result.Value!); }""")]
    [InlineData("""if (result.Value is not { } link) { return; } Use(link); Use(result.Value);""")]
    [InlineData("""if (result.Value == null) { return; } Use(result.Value);""")]
    [InlineData("""var link = result.Value; if (link == null) { return; } Use(link); Use(result.Value!);""")]
    [InlineData("""var link = result.Value ?? throw new InvalidOperationException(); Use(link);""")]
    [InlineData("""AccountLink? link = result.IsSuccess ? result.Value : null; if (link is not null) { Use(link); }""")]
    [InlineData("""if (result is { IsSuccess: true, Value: var link }) { Use(link!); }""")]
    [InlineData("""if (result is { IsSuccess: true, Value: { } link }) { Use(link); }""")]
    [InlineData("""if (result is { Value: { } link }) { Use(link); Use(result.Value!); }""")]
    [InlineData("""if (result is not { IsSuccess: true }) { return; } Use(result.Value!);""")]
    [InlineData("""if (result is { Error: not null }) { return; } Use(result.Value!);""")]
    [InlineData("""if (result is { Error: { } error }) { Log(error); return; } Use(result.Value!);""")]
    [InlineData("""string text = result switch { { IsSuccess: true, Value: var link } => link!.Url.Reveal(), { Error: var e } => e!.ToString() };""")]
    [InlineData("""string text = result switch { { Error: { } e } => e.ToString(), _ => result.Value!.Url.Reveal() };""")]
    [InlineData("""string text = result.IsSuccess switch { true => result.Value!.Url.Reveal(), false => "none" };""")]
    [InlineData("""switch (result.IsSuccess) { case true: Use(result.Value!); break; default: Log(result.Error); break; }""")]
    [InlineData("""switch (result) { case { Error: { } e }: Log(e); break; default: Use(result.Value!); break; }""")]
    [InlineData("""string text = (result.IsSuccess, condition) switch { (true, true) => result.Value!.Url.Reveal(), _ => "none" };""")]
    [InlineData("""bool ok = result.IsSuccess; if (ok) { Use(result.Value!); }""")]
    [InlineData("""bool failed = !result.IsSuccess; if (failed) { return; } Use(result.Value!);""")]
    [InlineData("""bool ok = result.IsSuccess && condition; if (!ok) { return; } Use(result.Value!);""")]
    [InlineData("""bool failed = result.Error is not null || condition; if (failed) { return; } Use(result.Value!);""")]
    [InlineData("""System.Diagnostics.Debug.Assert(result.IsSuccess); Use(result.Value!);""")]
    [InlineData("""Xunit.Assert.True(result.IsSuccess); Use(result.Value!);""")]
    [InlineData("""Xunit.Assert.True(result.IsSuccess && condition, "failed"); Use(result.Value!);""")]
    [InlineData("""Xunit.Assert.False(!result.IsSuccess); Use(result.Value!);""")]
    [InlineData("""Xunit.Assert.NotNull(result.Value); Use(result.Value!);""")]
    [InlineData("""Xunit.Assert.Null(result.Error); Use(result.Value!);""")]
    [InlineData("""ArgumentNullException.ThrowIfNull(result.Value); Use(result.Value!);""")]
    [InlineData("""result.GetValueOrThrow(); Use(result.Value!);""")]
    [InlineData("""ThrowIfFailed(result); Use(result.Value!);""")]
    [InlineData("""if (!result.IsSuccess) { Environment.Exit(1); } Use(result.Value!);""")]
    [InlineData("""if (!result.IsSuccess) { Fail(); } Use(result.Value!); void Fail() => throw new InvalidOperationException();""")]
    [InlineData("""Check(); Use(result.Value!); void Check() { if (!result.IsSuccess) { throw new StripeException(result.Error); } }""")]
    [InlineData("""new List<StripeResult<AccountLink>> { result }.ForEach(ThrowIfFailed); Use(result.Value!);""")]
    [InlineData("""while (!result.IsSuccess) { result = await AccountLink.TryCreateAsync(client, p); } Use(result.Value!);""")]
    [InlineData("""for (; ; ) { if (result.IsSuccess) { break; } result = await AccountLink.TryCreateAsync(client, p); } Use(result.Value!);""")]
    [InlineData("""try { if (!result.IsSuccess) { return; } } finally { Console.WriteLine(); } Use(result.Value!);""")]
    [InlineData("""try { if (!result.IsSuccess) { throw new StripeException(result.Error); } } catch (StripeException) { return; } Use(result.Value!);""")]
    [InlineData("""Show(result.Value);""")]
    [InlineData("""var link = result.Value; Show(link);""")]
    [InlineData("""var copy = result; if (!copy.IsSuccess) { return; } Use(result.Value!);""")]
    [InlineData("""var copy = result; if (!result.IsSuccess) { return; } Use(copy.Value!);""")]
    [InlineData("""_ = nameof(result.Value); if (result.IsSuccess) { }""")]
    [InlineData("""Console.WriteLine(result.Value?.Url); if (!result.IsSuccess) { Log(result.Error); }""")]
    [InlineData("""Console.WriteLine(result.Value?.Url ?? "none");""")]
    [InlineData("""if (result.Value?.Url is { } url) { Use(result.Value!); }""")]
    [InlineData("""if (!result.IsSuccess) { goto end; } Use(result.Value!); end: Console.WriteLine();""")]
    [InlineData("""if (result is var same && same.IsSuccess) { Use(same.Value); }""")]
    [InlineData("""var link = result.IsSuccess ? result.Value : throw new StripeException(result.Error); Use(link);""")]
    [InlineData("""if (result.IsSuccess is not true) { return; } Use(result.Value!);""")]
    [InlineData("""Func<bool> ok = () => result.IsSuccess; if (ok()) { Use(result.Value!); }""")]
    [InlineData("""string text = result.Error?.Type.Value switch { null => result.Value!.Url.Reveal(), var type => type };""")]
    [InlineData("""switch (condition) { case true when result.IsSuccess: Use(result.Value); break; }""")]
    [InlineData("""try { Log(result.Error); } catch (Exception) when (result.IsSuccess) { Use(result.Value); }""")]
    [InlineData("""if (ReferenceEquals(result.Error, null)) { Use(result.Value!); }""")]
    [InlineData("""System.Diagnostics.Trace.Assert(result.Error is null); Use(result.Value!);""")]
    [InlineData("""var (ok, error) = (result.IsSuccess, result.Error); if (ok) { Show(result.Value); }""")]
    [InlineData("""StripeError? error = null; if (!result.IsSuccess) { error = result.Error; } if (error is null) { Use(result.Value!); }""")]
    [InlineData("""bool ok = false; if (result.IsSuccess) { ok = true; } if (ok) { Use(result.Value!); }""")]
    [InlineData("""bool done = false; while (!done) { done = result.IsSuccess; if (!done) { result = await AccountLink.TryCreateAsync(client, p); } } Use(result.Value!);""")]
    [InlineData("""AccountLink? link = null; while (link is null) { link = result.Value; result = await AccountLink.TryCreateAsync(client, p); } Use(link); Log(result.Error);""")]
    [InlineData("""foreach (int i in new[] { 1, 2 }) { if (result.IsSuccess) { continue; } return; } if (result.IsSuccess) { Use(result.Value); }""")]
    [InlineData("""using var scope = new System.IO.MemoryStream(); if (!result.IsSuccess) { return; } Use(result.Value);""")]
    [InlineData("""lock (p) { if (!result.IsSuccess) { return; } } Use(result.Value);""")]
    [InlineData("""if (!result.IsSuccess) { result = await AccountLink.TryCreateAsync(client, p); } if (result.IsSuccess) { Use(result.Value); }""")]
    [InlineData("""if (condition && !result.IsSuccess) { return; } if (condition) { Use(result.Value!); }""")]
    [InlineData("""if (condition) { if (!result.IsSuccess) { return; } } Console.WriteLine(); if (condition) { Use(result.Value!); }""")]
    [InlineData("""if (!condition || result.IsSuccess) { if (condition) { Use(result.Value!); } }""")]
    [InlineData("""bool b = condition; if (b && !result.IsSuccess) { return; } for (int i = 0; i < 3; i++) { if (b) { Use(result.Value!); } }""")]
    [InlineData("""object? o = client; if (o is not null && !result.IsSuccess) { return; } if (o is not null) { Use(result.Value!); }""")]
    public Task A_value_of_a_call_that_succeeded_is_not_reported(string statements) => IgnoredErrorTests.ReportsAsync(Create + statements);

    [Theory]
    [InlineData("""Use(other.Value!);""")]
    [InlineData("""Console.WriteLine(other.IsSuccess); Use(other.Value!);""")]
    [InlineData("""if (other.IsSuccess) { Use(other.Value); }""")]
    [InlineData("""var all = new[] { other }; Use(all[0].Value!); foreach (var one in all) { Use(one.Value!); }""")]
    [InlineData("""var links = new[] { other }.Where(r => r.IsSuccess).Select(r => r.Value!).ToList();""")]
    [InlineData("""var r = new StripeResult<AccountLink>(new AccountLink()); Use(r.Value!);""")]
    [InlineData("""var own = await Task.FromResult(other); Use(own.Value!);""")]
    [InlineData("""if (await AccountLink.TryCreateAsync(client, p) is { IsSuccess: true, Value: var link }) { Use(link!); }""")]
    [InlineData("""if (await AccountLink.TryCreateAsync(client, p) is var r && !r.IsSuccess) { return; } Use(r.Value!);""")]
    [InlineData("""if (await AccountLink.TryCreateAsync(client, p) is { Value: { } link }) { Use(link); }""")]
    [InlineData("""if ((await AccountLink.TryCreateAsync(client, p)).Value is not { } link) { return; } Use(link);""")]
    [InlineData("""Use((await AccountLink.TryCreateAsync(client, p)).Value ?? new AccountLink());""")]
    [InlineData("""StripeResult<AccountLink> r; if (!(r = await AccountLink.TryCreateAsync(client, p)).IsSuccess) { return; } Use(r.Value!);""")]
    [InlineData("""StripeResult<AccountLink> r; do { r = await AccountLink.TryCreateAsync(client, p); } while (!r.IsSuccess); Use(r.Value!);""")]
    [InlineData("""StripeResult<AccountLink> r; try { r = await AccountLink.TryCreateAsync(client, p); if (!r.IsSuccess) { return; } } catch (Exception) { return; } Use(r.Value!);""")]
    [InlineData("""var r = await AccountLink.TryCreateAsync(client, p); Action show = () => Use(r.Value!); if (r.IsSuccess) { show(); }""")]
    [InlineData("""async Task<AccountLink?> FindAsync() { var r = await AccountLink.TryCreateAsync(client, p); return r.Value; } await FindAsync();""")]
    [InlineData("""async Task<AccountLink?> FindAsync() => (await AccountLink.TryCreateAsync(client, p)).Value; await FindAsync();""")]
    [InlineData("""Func<Task<AccountLink?>> find = async () => (await AccountLink.TryCreateAsync(client, p)).Value;""")]
    [InlineData("""var a = await AccountLink.TryCreateAsync(client, p); var b = await AccountLink.TryCreateAsync(client, p); if (a.IsSuccess && b.IsSuccess) { Use(a.Value); Use(b.Value); }""")]
    [InlineData("""var a = await AccountLink.TryCreateAsync(client, p); var b = await AccountLink.TryCreateAsync(client, p); bool c = a.IsSuccess, d = b.IsSuccess; if (c && d) { Use(a.Value!); Use(b.Value!); }""")]
    [InlineData("""var t = await Task.WhenAll(AccountLink.TryCreateAsync(client, p)); Use(t[0].Value!);""")]
    [InlineData("""Nullable<int> n = 1; Console.WriteLine(n.Value); Lazy<int> l = new(() => 1); Console.WriteLine(l.Value);""")]
    public Task A_value_from_elsewhere_is_not_reported(string statements) => IgnoredErrorTests.ReportsAsync(statements);

    [Fact]
    public Task Fields_and_properties_are_followed() => RuleTest<IgnoredErrorAnalyzer>.ReportsAsync(
        """
        await Task.CompletedTask;

        class Page(IStripeClient client)
        {
            private StripeResult<AccountLink> _link;

            public StripeResult<AccountLink> Link { get; set; }

            public SecretString Url => _link.Value!.Url;

            public SecretString Checked => _link.IsSuccess ? _link.Value.Url : "none";

            public async Task<SecretString> FieldAsync()
            {
                _link = await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams());
                return [|_link.Value|]!.Url;
            }

            public async Task<SecretString> PropertyAsync()
            {
                this.Link = await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams());
                return [|Link.Value|]!.Url;
            }

            public async Task<SecretString> CheckedAsync()
            {
                _link = await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams());
                if (_link is { IsSuccess: false })
                {
                    return default;
                }

                return _link.Value!.Url;
            }

            public async Task<SecretString> CheckedElsewhereAsync()
            {
                _link = await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams());
                Validate();
                return _link.Value!.Url;
            }

            private void Validate() => _link.GetValueOrThrow();
        }
        """);

    [Fact]
    public Task Projects_without_nullable_types_are_helped() => RuleTest<IgnoredErrorAnalyzer>.ReportsAsync(
        """
        #nullable disable
        await Task.CompletedTask;

        class Page
        {
            public async Task<string> GetAsync(IStripeClient client)
            {
                var result = await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams());
                return [|result.Value|].Url.Reveal();
            }

            public async Task<AccountLink> ReturnAsync(IStripeClient client)
            {
                var result = await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams());
                return [|result.Value|];
            }

            public async Task<string> CheckAsync(IStripeClient client)
            {
                var result = await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams());
                if (!result.IsSuccess)
                {
                    return result.Error.Message;
                }

                return result.Value.Url.Reveal();
            }

            public async Task<string> CopyAsync(IStripeClient client)
            {
                var link = (await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams())).Value;
                return [|link|].Url.Reveal();
            }

            public async Task<string> CheckCopyAsync(IStripeClient client)
            {
                var link = (await AccountLink.TryCreateAsync(client, new AccountLinkCreateParams())).Value;
                return link == null ? null : link.Url.Reveal();
            }
        }
        """);
}

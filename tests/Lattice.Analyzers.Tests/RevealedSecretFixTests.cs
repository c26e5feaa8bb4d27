using Lattice.Analyzers.CodeFixes;
using Lattice.Analyzers.Secrets;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>The fix of LAT1004.</summary>
public class RevealedSecretFixTests
{
    [Theory]
    [InlineData("""logger.LogInformation("Created {Url}", [|link.Url.Reveal()|]);""", """logger.LogInformation("Created {Url}", link.Url);""")]
    [InlineData("""logger.LogInformation($"Created {[|link.Url.Reveal()|]}");""", """logger.LogInformation($"Created {link.Url}");""")]
    [InlineData("""logger.LogInformation([|link.Url.Reveal()|]);""", """logger.LogInformation(link.Url.ToString());""")]
    [InlineData("""Messages.Created(logger, [|link.Url.Reveal()|]);""", """Messages.Created(logger, link.Url.ToString());""")]
    [InlineData("""serilog.Information("Created {Url}", [|link.Url.Reveal()|]);""", """serilog.Information("Created {Url}", link.Url);""")]
    [InlineData("""nlog.Info([|link.Url.Reveal()|]);""", """nlog.Info(link.Url);""")]
    [InlineData("""log4.Info([|link.Url.Reveal()|]);""", """log4.Info(link.Url);""")]
    [InlineData("""Console.WriteLine(/* a */ [|link.Url.Reveal()|] /* b */); // c""", """Console.WriteLine(/* a */ link.Url /* b */); // c""")]
    [InlineData("""Console.WriteLine("a " + [|link.Url.Reveal()|] + " b");""", """Console.WriteLine("a " + link.Url + " b");""")]
    [InlineData("""Console.WriteLine(string.Concat("a", [|link.Url.Reveal()|]));""", """Console.WriteLine(string.Concat("a", link.Url));""")]
    [InlineData("""Console.WriteLine(string.Format("{0}", [|link.Url.Reveal()|]));""", """Console.WriteLine(string.Format("{0}", link.Url));""")]
    [InlineData("""Console.WriteLine([|link.Url.Reveal()|].Trim().Substring(8));""", """Console.WriteLine(link.Url);""")]
    [InlineData("""Console.WriteLine([|link.Url.Reveal()|][8..]);""", """Console.WriteLine(link.Url);""")]
    [InlineData("""Console.WriteLine(name is null ? "none" : [|link.Url.Reveal()|]);""", """Console.WriteLine(name is null ? "none" : link.Url.ToString());""")]
    [InlineData("""Console.WriteLine(key.Secret?[|.Reveal()|] ?? "none");""", """Console.WriteLine(key.Secret?.ToString() ?? "none");""")]
    [InlineData("""Console.WriteLine(key.Secret?[|.Reveal()|]);""", """Console.WriteLine(key.Secret);""")]
    [InlineData("""Console.WriteLine([|key.Secret!.Value.Reveal()|]);""", """Console.WriteLine(key.Secret!.Value);""")]
    [InlineData("""Console.WriteLine("a" + link?[|.Url.Reveal()|]);""", """Console.WriteLine("a" + link?.Url);""")]
    [InlineData("""throw new InvalidOperationException([|link.Url.Reveal()|]);""", """throw new InvalidOperationException(link.Url.ToString());""")]
    [InlineData("""throw new InvalidOperationException($"No {[|link.Url.Reveal()|]}");""", """throw new InvalidOperationException($"No {link.Url}");""")]
    [InlineData("""var e = new Exception(); e.Data["url"] = [|link.Url.Reveal()|];""", """var e = new Exception(); e.Data["url"] = link.Url;""")]
    [InlineData("""Activity.Current?.SetTag("url", [|link.Url.Reveal()|]);""", """Activity.Current?.SetTag("url", link.Url);""")]
    [InlineData("""Activity.Current?.AddBaggage("url", [|link.Url.Reveal()|]);""", """Activity.Current?.AddBaggage("url", link.Url.ToString());""")]
    [InlineData("""counter.Add(1, new KeyValuePair<string, object?>("url", [|link.Url.Reveal()|]));""", """counter.Add(1, new KeyValuePair<string, object?>("url", link.Url));""")]
    [InlineData("""counter.Add(1, new TagList { { "url", [|link.Url.Reveal()|] } });""", """counter.Add(1, new TagList { { "url", link.Url } });""")]
    [InlineData("""memory.Set("link", [|link.Url.Reveal()|]);""", """memory.Set("link", link.Url);""")]
    [InlineData("""File.AppendAllText("a.log", $"{[|link.Url.Reveal()|]}\n");""", """File.AppendAllText("a.log", $"{link.Url}\n");""")]
    [InlineData("""Console.WriteLine(new { Url = [|link.Url.Reveal()|] });""", """Console.WriteLine(new { Url = link.Url });""")]
    [InlineData("""Console.WriteLine([|link.Url.Reveal()|] + [|link.Url.Reveal()|]);""", """Console.WriteLine(link.Url + link.Url.ToString());""")]
    [InlineData("""Console.WriteLine([|link.Url.Reveal()|] + " " + [|link.Url.Reveal()|]);""", """Console.WriteLine(link.Url + " " + link.Url);""")]
    [InlineData("""Console.WriteLine([|link.Url.Reveal()|] + [|other.Url.Reveal()|] + [|link.Url.Reveal()|]);""", """Console.WriteLine(link.Url + other.Url.ToString() + link.Url);""")]
    [InlineData("""Console.WriteLine("a" + ([|link.Url.Reveal()|] + [|other.Url.Reveal()|]));""", """Console.WriteLine("a" + (link.Url + other.Url.ToString()));""")]
    [InlineData("""Console.WriteLine($"{[|link.Url.Reveal()|]} {[|other.Url.Reveal()|]}");""", """Console.WriteLine($"{link.Url} {other.Url}");""")]
    [InlineData("""Console.WriteLine(string.Concat([|link.Url.Reveal()|], [|other.Url.Reveal()|]));""", """Console.WriteLine(string.Concat(link.Url, other.Url));""")]
    [InlineData("""Console.WriteLine(name is null ? [|link.Url.Reveal()|] : [|other.Url.Reveal()|]);""", """Console.WriteLine(name is null ? link.Url.ToString() : other.Url.ToString());""")]
    [InlineData("""Console.WriteLine(key.Secret?[|.Reveal()|] ?? [|link.Url.Reveal()|]);""", """Console.WriteLine(key.Secret?.ToString() ?? link.Url.ToString());""")]
    [InlineData("""logger.LogInformation([|link.Url.Reveal()|] + [|other.Url.Reveal()|]); logger.LogInformation([|link.Url.Reveal()|]);""", """logger.LogInformation(link.Url + other.Url.ToString()); logger.LogInformation(link.Url.ToString());""")]
    public Task The_secret_itself_is_passed(string statement, string @fixed) => FixesAsync(statement, @fixed);

    [Theory]
    [InlineData(
        """string url = link.Url.Reveal(); Use(url); logger.LogInformation("{Url}", [|url|]);""",
        """string url = link.Url.Reveal(); Use(url); logger.LogInformation("{Url}", link.Url);""")]
    [InlineData(
        """string url = link.Url.Reveal(); logger.LogInformation("{Url} {Again}", [|url|], [|url|]); return url;""",
        """string url = link.Url.Reveal(); logger.LogInformation("{Url} {Again}", link.Url, link.Url); return url;""")]
    [InlineData(
        """string text = $"Created {link.Url.Reveal()}"; logger.LogInformation([|text|]);""",
        """string text = $"Created {link.Url}"; logger.LogInformation(text);""")]
    [InlineData(
        """if (key.Secret is { } secret) { string text = secret.Reveal(); Use(text); Console.WriteLine([|text|]); }""",
        """if (key.Secret is { } secret) { string text = secret.Reveal(); Use(text); Console.WriteLine(secret); }""")]
    public Task A_variable_is_replaced_by_the_secret(string statements, string @fixed) => FixesAsync(statements, @fixed);

    [Theory]
    [InlineData("""File.WriteAllText("a", [|link.Url.Reveal()|]);""")]
    [InlineData("""distributed.SetString("a", [|link.Url.Reveal()|]);""")]
    [InlineData("""context.Session.SetString("a", [|link.Url.Reveal()|]);""")]
    [InlineData("""Kept.Text = [|link.Url.Reveal()|];""")]
    [InlineData("""Kept.Secret = [|link.Url|];""")]
    [InlineData("""db.Add(new Seller { Link = [|link.Url.Reveal()|] });""")]
    [InlineData("""string text = $"Created {link.Url.Reveal()}"; Use(text); logger.LogInformation([|text|]);""")]
    [InlineData("""string url = name is null ? link.Url.Reveal() : other.Url.Reveal(); Use(url); Console.WriteLine([|url|]);""")]
    [InlineData("""string url = ""; if (name is null) { url = link.Url.Reveal(); } Console.WriteLine([|url|]);""")]
    [InlineData("""string url = link.Url.Reveal(); link = other; Use(url); Console.WriteLine([|url|]);""")]
    [InlineData("""string url = (await Task.FromResult(link)).Url.Reveal(); Use(url); Console.WriteLine([|url|]);""")]
    [InlineData("""string url; { AccountLink inner = link; url = inner.Url.Reveal(); } Use(url); Console.WriteLine([|url|]);""")]
    [InlineData("""Func<string> get = link.Url.Reveal; Console.WriteLine([|get()|]);""")]
    public Task What_would_be_of_no_use_or_not_the_same_has_no_fix(string statements) => FixesAsync(statements, statements);

    [Fact]
    public Task Several_are_fixed_at_once() => FixesAsync(
        """
        string url = link.Url.Reveal();
        logger.LogInformation("{Url}", [|url|]); // First.
        logger.LogInformation($"{[|other.Url.Reveal()|]} {[|link.Url.Reveal()|]}");
        await context.Response.WriteAsync(url);
        """,
        """
        string url = link.Url.Reveal();
        logger.LogInformation("{Url}", link.Url); // First.
        logger.LogInformation($"{other.Url} {link.Url}");
        await context.Response.WriteAsync(url);
        """);

    [Fact]
    public Task A_member_that_returns_a_text_is_fixed() => RuleTest<RevealedSecretAnalyzer>.FixesAsync<RevealedSecretFix>(
        """
        await Task.CompletedTask;
        class A { public SecretString Url; public override string ToString() => [|Url.Reveal()|]; }
        class B { public SecretString? Url; public override string ToString() => $"B {Url?[|.Reveal()|]}"; }
        class C : Exception { public C(SecretString url) : base([|url.Reveal()|]) { } }
        """,
        """
        await Task.CompletedTask;
        class A { public SecretString Url; public override string ToString() => Url.ToString(); }
        class B { public SecretString? Url; public override string ToString() => $"B {Url}"; }
        class C : Exception { public C(SecretString url) : base(url.ToString()) { } }
        """);

    private static Task FixesAsync(string statements, string @fixed) => RuleTest<RevealedSecretAnalyzer>.FixesAsync<RevealedSecretFix>(
        SecretProgram.InMethod(statements), SecretProgram.InMethod(@fixed));
}

using Lattice.Analyzers.Secrets;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1004: the ways that a secret takes through a method.</summary>
public class SecretFlowTests
{
    [Theory]
    [InlineData("""string url = link.Url.Reveal(); Console.WriteLine([|url|]);""")]
    [InlineData("""string url; url = link.Url.Reveal(); string copy = url; Console.WriteLine([|copy|]);""")]
    [InlineData("""Console.WriteLine("a " + [|link.Url.Reveal()|] + " b");""")]
    [InlineData("""string text = "a"; text += link.Url.Reveal(); Console.WriteLine([|text|]);""")]
    [InlineData("""string text = $"{name}: {link.Url.Reveal()}"; Console.WriteLine([|text|]);""")]
    [InlineData("""Console.WriteLine(string.Format("{0}", [|link.Url.Reveal()|]));""")]
    [InlineData("""Console.WriteLine(string.Format("{0} {1} {2} {3}", 1, 2, 3, [|link.Url.Reveal()|]));""")]
    [InlineData("""Console.WriteLine(string.Concat("a", [|link.Url.Reveal()|]));""")]
    [InlineData("""Console.WriteLine(string.Join(", ", name, [|link.Url.Reveal()|]));""")]
    [InlineData("""Console.WriteLine(string.Join(", ", new List<string> { name, [|link.Url.Reveal()|] }));""")]
    [InlineData("""Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{[|link.Url.Reveal()|]}"));""")]
    [InlineData("""FormattableString text = $"{link.Url.Reveal()}"; Console.WriteLine(FormattableString.Invariant([|text|]));""")]
    [InlineData("""var text = new StringBuilder(); text.Append("a").Append(link.Url.Reveal()).Append("b"); Console.WriteLine([|text|].ToString());""")]
    [InlineData("""var text = new StringBuilder(); text.Append($"a {link.Url.Reveal()}"); Console.WriteLine([|text|]);""")]
    [InlineData("""var text = new StringBuilder(link.Url.Reveal()); text.AppendLine("b"); Console.WriteLine([|text|]);""")]
    [InlineData("""var text = new StringBuilder(); text.AppendFormat("{0}", link.Url.Reveal()); Console.WriteLine([|text|]);""")]
    [InlineData("""Console.WriteLine(new StringBuilder().Append([|link.Url.Reveal()|]).ToString());""")]
    [InlineData("""using var text = new StringWriter(); text.WriteLine(link.Url.Reveal()); Console.WriteLine([|text|].ToString());""")]
    [InlineData("""Console.WriteLine([|link.Url.Reveal()|].Trim().ToLowerInvariant().Replace("https", "http"));""")]
    [InlineData("""Console.WriteLine([|link.Url.Reveal()|].Substring(8));""")]
    [InlineData("""Console.WriteLine([|link.Url.Reveal()|][8..]);""")]
    [InlineData("""Console.WriteLine([|link.Url.Reveal()|].AsSpan(8).ToString());""")]
    [InlineData("""Console.WriteLine(string.Join("&", [|link.Url.Reveal()|].Split('?')));""")]
    [InlineData("""foreach (string part in link.Url.Reveal().Split('/')) { Console.WriteLine([|part|]); }""")]
    [InlineData("""Console.WriteLine(new Uri([|link.Url.Reveal()|]).PathAndQuery);""")]
    [InlineData("""Console.WriteLine(new Uri([|link.Url.Reveal()|]));""")]
    [InlineData("""Console.WriteLine(Uri.EscapeDataString([|link.Url.Reveal()|]));""")]
    [InlineData("""Console.WriteLine(Convert.ToBase64String(Encoding.UTF8.GetBytes([|link.Url.Reveal()|])));""")]
    [InlineData("""Console.WriteLine(JsonSerializer.Serialize(new Seller { Link = [|link.Url.Reveal()|] }));""")]
    [InlineData("""object url = link.Url.Reveal(); Console.WriteLine([|url|]);""")]
    [InlineData("""object url = link.Url.Reveal(); Console.WriteLine([|(string)url|]);""")]
    public Task Texts_are_followed(string statements) => ReportsAsync(statements.Replace("[|(string)url|]", "(string)[|url|]"));

    [Theory]
    [InlineData("""Console.WriteLine(key.Secret?.Reveal());""")]
    [InlineData("""Console.WriteLine(key.Secret!.Value.Reveal());""")]
    [InlineData("""Console.WriteLine(key.Secret.GetValueOrDefault().Reveal());""")]
    [InlineData("""Console.WriteLine(name is null ? "none" : link.Url.Reveal());""")]
    [InlineData("""Console.WriteLine(key.Secret?.Reveal() ?? "none");""")]
    [InlineData("""Console.WriteLine(name switch { "a" => "none", _ => link.Url.Reveal() });""")]
    [InlineData("""Console.WriteLine((await Task.FromResult(link)).Url.Reveal());""")]
    [InlineData("""Console.WriteLine((link?.Url ?? other.Url).Reveal());""")]
    [InlineData("""new SecretString("a"); Console.WriteLine(((SecretString)"abc").Reveal());""")]
    public async Task All_ways_to_reveal_are_reported(string statements)
    {
        string[] revealed =
        [
            "key.Secret?.Reveal()", "key.Secret!.Value.Reveal()", "key.Secret.GetValueOrDefault().Reveal()", "link.Url.Reveal()",
            "(await Task.FromResult(link)).Url.Reveal()", "(link?.Url ?? other.Url).Reveal()", "((SecretString)\"abc\").Reveal()",
        ];
        string call = revealed.First(statements.Contains);
        string marked = call.Contains("?.Reveal", StringComparison.Ordinal) ? call.Replace("?", "?[|") + "|]" : $"[|{call}|]";
        await ReportsAsync(statements.Replace(call, marked));
    }

    [Theory]
    [InlineData("""string url = ""; if (name is null) { url = link.Url.Reveal(); } Console.WriteLine([|url|]);""")]
    [InlineData("""string url = ""; for (int i = 0; i < 2; i++) { Console.WriteLine([|url|]); url = link.Url.Reveal(); }""")]
    [InlineData("""string url = ""; try { url = link.Url.Reveal(); Use(url); } catch (Exception) { Console.WriteLine([|url|]); }""")]
    [InlineData("""string url = ""; try { url = link.Url.Reveal(); Use(url); } finally { Console.WriteLine([|url|]); }""")]
    [InlineData("""string url = ""; using (new MemoryStream()) { url = link.Url.Reveal(); } Console.WriteLine([|url|]);""")]
    [InlineData("""if (key.Secret?.Reveal() is { } secret) { Console.WriteLine([|secret|]); }""")]
    [InlineData("""if (link.Url.Reveal() is string secret && secret.Length > 3) { Console.WriteLine([|secret|]); }""")]
    [InlineData("""switch (link.Url.Reveal()) { case "": break; case var url: Console.WriteLine([|url|]); break; }""")]
    [InlineData("""switch (link.Url.Reveal()) { case { Length: > 3 } url: Console.WriteLine([|url|]); break; }""")]
    [InlineData("""(string a, string url) = (name, link.Url.Reveal()); Console.WriteLine([|url|]);""")]
    [InlineData("""var pair = (name, url: link.Url.Reveal()); Console.WriteLine([|pair.url|]);""")]
    [InlineData("""var pair = (name, url: link.Url.Reveal()); Console.WriteLine([|pair.Item2|]);""")]
    [InlineData("""var pair = (name, url: link.Url.Reveal()); var (_, url) = pair; Console.WriteLine([|url|]);""")]
    [InlineData("""var pair = (name, url: link.Url.Reveal()); Console.WriteLine([|pair|]);""")]
    [InlineData("""var pair = Tuple.Create(name, link.Url.Reveal()); Console.WriteLine([|pair.Item2|]);""")]
    [InlineData("""var info = new { name, Url = link.Url.Reveal() }; Console.WriteLine([|info.Url|]);""")]
    [InlineData("""var info = new { name, Url = link.Url.Reveal() }; Console.WriteLine([|info|]);""")]
    [InlineData("""var info = new { name, Url = link.Url.Reveal() }; Console.WriteLine($"{[|info|]}");""")]
    [InlineData("""var info = new { Inner = new { Url = link.Url.Reveal() } }; Console.WriteLine([|info.Inner.Url|]);""")]
    [InlineData("""var seller = new Seller { Link = link.Url.Reveal() }; Console.WriteLine([|seller.Link|]);""")]
    [InlineData("""var note = new Note("a", link.Url.Reveal()); Console.WriteLine([|note|]);""")]
    [InlineData("""var note = new Note("a", "b"); note = note with { Text = link.Url.Reveal() }; Console.WriteLine([|note|]);""")]
    [InlineData("""string[] urls = [name, link.Url.Reveal()]; Console.WriteLine(string.Join(" ", [|urls|]));""")]
    [InlineData("""string[] urls = { name, link.Url.Reveal() }; Console.WriteLine([|urls[1]|]);""")]
    [InlineData("""string[] urls = new string[1]; urls[0] = link.Url.Reveal(); logger.LogInformation("{A}", [|urls|]);""")]
    [InlineData("""foreach (string url in new[] { link.Url.Reveal(), other.Url.Reveal() }) { Console.WriteLine([|url|]); }""")]
    [InlineData("""List<string> urls = []; urls.Add(link.Url.Reveal()); foreach (string url in urls) { Console.WriteLine([|url|]); }""")]
    [InlineData("""var urls = new Dictionary<string, string> { ["a"] = link.Url.Reveal() }; Console.WriteLine([|urls["a"]|]);""")]
    [InlineData("""var urls = new Dictionary<string, string> { ["a"] = link.Url.Reveal() }; foreach (var (k, v) in urls) { Use(k); } Console.WriteLine([|urls.Values.First()|]);""")]
    [InlineData("""var urls = new Dictionary<string, string> { ["a"] = link.Url.Reveal() }; if (urls.TryGetValue("a", out var url)) { Console.WriteLine([|url|]); }""")]
    public Task Variables_are_followed(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("""string url = link.Url.Reveal(); Action show = () => Console.WriteLine([|url|]); show();""")]
    [InlineData("""void Show() { Console.WriteLine([|link.Url.Reveal()|]); }""")]
    [InlineData("""void Show(string text) => Console.WriteLine([|text|]); Show(link.Url.Reveal());""")]
    [InlineData("""string Get() => link.Url.Reveal(); Console.WriteLine([|Get()|]);""")]
    [InlineData("""async Task<string> GetAsync() { await Task.Yield(); return link.Url.Reveal(); } Console.WriteLine(await [|GetAsync()|]);""")]
    [InlineData("""string url = ""; Set(); Console.WriteLine([|url|]); void Set() { url = link.Url.Reveal(); }""")]
    [InlineData("""Func<string> get = () => link.Url.Reveal(); Console.WriteLine([|get()|]);""")]
    [InlineData("""Func<string> get = link.Url.Reveal; Console.WriteLine([|get()|]);""")]
    [InlineData("""Func<AccountLink, string> get = l => l.Url.Reveal(); Console.WriteLine([|get(link)|]);""")]
    [InlineData("""await Task.Run(() => Console.WriteLine([|link.Url.Reveal()|]));""")]
    [InlineData("""string url = await Task.Run(() => link.Url.Reveal()); Console.WriteLine([|url|]);""")]
    [InlineData("""Console.WriteLine(Task.FromResult([|link.Url.Reveal()|]).Result);""")]
    [InlineData("""Console.WriteLine(Task.FromResult([|link.Url.Reveal()|]).GetAwaiter().GetResult());""")]
    [InlineData("""Console.WriteLine(string.Join(", ", new[] { link, other }.Select(l => [|l.Url.Reveal()|])));""")]
    [InlineData("""var urls = from l in new[] { link, other } select l.Url.Reveal(); foreach (var url in urls) { Console.WriteLine([|url|]); }""")]
    [InlineData("""new[] { link }.Select(l => l.Url.Reveal()).ToList().ForEach(url => Console.WriteLine([|url|]));""")]
    [InlineData("""IEnumerable<string> All() { yield return link.Url.Reveal(); } foreach (var url in All()) { Console.WriteLine([|url|]); }""")]
    [InlineData("""EventHandler show = (_, _) => Console.WriteLine([|link.Url.Reveal()|]); AppDomain.CurrentDomain.ProcessExit += show;""")]
    [InlineData("""AppDomain.CurrentDomain.ProcessExit += delegate { string url = link.Url.Reveal(); Console.WriteLine([|url|]); };""")]
    [InlineData("""try { Action show = () => { try { Console.WriteLine([|link.Url.Reveal()|]); } catch { throw; } }; show(); } catch { throw; }""")]
    [InlineData("""try { void Show() { Console.WriteLine([|link.Url.Reveal()|]); } Show(); } finally { Use(name); }""")]
    [InlineData("""using (new MemoryStream()) { foreach (int i in new[] { 1 }) { await Task.Run(() => Console.WriteLine([|link.Url.Reveal()|])); } }""")]
    [InlineData("""lock (link) { Lazy<string> lazy = new(() => { Console.WriteLine([|link.Url.Reveal()|]); return ""; }); }""")]
    [InlineData("""int Fact(int n) { Console.WriteLine([|link.Url.Reveal()|]); return n < 2 ? 1 : n * Fact(n - 1); } Fact(3);""")]
    public Task Functions_are_followed(string statements) => ReportsAsync(statements);

    [Fact]
    public Task Top_level_statements_are_followed() => RuleTest<RevealedSecretAnalyzer>.ReportsAsync(
        """
        using var client = new StripeClient("sk_test_123");
        AccountLink link = await AccountLink.CreateAsync(client, new AccountLinkCreateParams());
        string url = link.Url.Reveal();
        Show();
        Console.WriteLine([|url|]);

        void Show() => Console.WriteLine([|url|]);
        """);

    private static Task ReportsAsync(string statements) =>
        RuleTest<RevealedSecretAnalyzer>.ReportsAsync(SecretProgram.InMethod(statements));
}

using Lattice.Analyzers.Secrets.Keys;
using Lattice.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1007. The keys are none: each is made of pieces, so that no scanner mistakes them for real ones.</summary>
public class KeyInSourceTests
{
    private const string Random = "51H7xQ2eZvKYlo2C0aBcD9fGh";

    [Theory]
    [InlineData("""using var c = new StripeClient([|"sk_live_RANDOM"|]);""")]
    [InlineData("""using var c = new StripeClient(new StripeClientOptions { ApiKey = [|"rk_live_RANDOM"|] });""")]
    [InlineData("""SecretString secret = [|"whsec_RANDOM"|];""")]
    [InlineData("""var key = [|"sk_live_" + "RANDOM"|];""")]
    [InlineData("""var key = [|"sk_" + ("live_" + "RANDOM")|];""")]
    [InlineData("""const string Prefix = "sk_live_"; var key = [|Prefix + "RANDOM"|];""")]
    [InlineData("""const string Prefix = "sk_live_"; const string Key = [|$"{Prefix}RANDOM"|];""")]
    [InlineData("""const string Key = [|"sk_live_RANDOM"|]; var header = "Bearer " + Key; var again = $"{Key}";""")]
    [InlineData("""var header = [|"Bearer sk_live_RANDOM"|];""")]
    [InlineData("""var header = $"[|Bearer sk_live_RANDOM |]{client}";""")]
    [InlineData("""var header = [|$"Bearer sk_live_RANDOM"|];""")]
    [InlineData(""""var json = [|"""{ "ApiKey": "sk_live_RANDOM" }"""|];"""")]
    [InlineData("""var key = [|@"sk_live_RANDOM"|];""")]
    [InlineData("""byte[] key = [|"sk_live_RANDOM"u8|].ToArray();""")]
    [InlineData("""string Key() => [|"sk_live_RANDOM"|];""")]
    [InlineData("""Use(); static void Use([|string key = "sk_live_RANDOM"|]) { }""")]
    [InlineData("""var use = ([|string key = "sk_live_RANDOM"|]) => key; use();""")]
    [InlineData("""var key = Environment.GetEnvironmentVariable("A") ?? [|"sk_live_RANDOM"|];""")]
    [InlineData("""switch (client.ToString()) { case [|"sk_live_RANDOM"|]: break; }""")]
    [InlineData("""bool isLive = client.ToString() is [|"sk_live_RANDOM"|];""")]
    [InlineData("""string[] keys = { [|"sk_live_RANDOM"|], [|"whsec_RANDOM"|] };""")]
    [InlineData("""var key = [|"whsec_HEX"|];""")]
    [InlineData("""var key = [|"whsec_RANDOM+/=="|];""")]
    [InlineData("""var key = [|"sk_org_live_RANDOM"|];""")]
    public Task A_key_is_reported_once(string statements) =>
        RuleTest<KeyInSourceAnalyzer>.ReportsInMethodAsync(statements
            .Replace("RANDOM", Random, StringComparison.Ordinal)
            .Replace("HEX", "7f3a9c1e5b8d2046af61c39e84d7025bf8130a6ce94d7b25c1f6803ea9d4527b", StringComparison.Ordinal));

    [Theory]
    [InlineData("""class A { private const string Key = [|"sk_live_RANDOM"|]; }""")]
    [InlineData("""class A { public string Key { get; set; } = [|"sk_live_RANDOM"|]; }""")]
    [InlineData("""class A { static readonly Dictionary<string, string> s_keys = new() { ["eu"] = [|"sk_live_RANDOM"|] }; }""")]
    [InlineData("""class A(string key = [|"sk_live_RANDOM"|]) { string Key => key; }""")]
    [InlineData("""class A : Attribute { public A(string key) { } public string? Other { get; set; } } [A([|"sk_live_RANDOM"|], Other = [|"whsec_RANDOM"|])] class B { }""")]
    [InlineData("""class A { public A(string key) { } } class B() : A([|"sk_live_RANDOM"|]);""")]
    [InlineData("""enum A { X } static class B { public static string Get(this A a) => a switch { A.X => [|"sk_live_RANDOM"|], _ => "" }; }""")]
    public Task A_key_in_a_declaration_is_reported(string type) => RuleTest<KeyInSourceAnalyzer>.ReportsAsync(
        "await Task.CompletedTask;\n" + type.Replace("RANDOM", Random, StringComparison.Ordinal));

    [Theory]
    [InlineData("""using var c = new StripeClient("sk_live_...");""")]
    [InlineData("""using var c = new StripeClient("sk_test_123");""")]
    [InlineData("""using var c = new StripeClient("sk_live_123");""")]
    [InlineData("""bool isLive = client.ToString()!.StartsWith("sk_live_") || client.ToString()!.StartsWith("whsec_");""")]
    [InlineData("""var key = "sk_live_xxxxxxxxxxxxxxxxxxxxxxxxxxxx";""")]
    [InlineData("""var key = "sk_live_000000000000000000000000";""")]
    [InlineData("""var key = "sk_live_YOUR_KEY_HERE"; var other = "sk_live_yourSecretKey1234567890";""")]
    [InlineData("""var key = "whsec_planted"; var other = "whsec_your_webhook_secret";""")]
    [InlineData("""var key = "sk_live_<your key, which the dashboard shows>";""")]
    [InlineData("""var key = "sk_live_51H7xQ2eZvKYlo2C0aBcD9..."; var other = "sk_live_51H7xQ2eZvKYlo2C0****";""")]
    [InlineData("""var key = "pk_live_RANDOM"; var other = "ek_live_RANDOM"; var id = "acct_RANDOM";""")]
    [InlineData("""var key = "task_live_RANDOM";""")]
    [InlineData("""var pattern = @"sk_live_[0-9a-zA-Z]{24,}";""")]
    [InlineData("""var name = "sk_live_the_name_of_a_setting_that_is_long";""")]
    [InlineData("""var key = "sk_live_" + client; var other = $"sk_live_{client}";""")]
    [InlineData("""var url = "https://example.com/whsec_list"; var c = 'c'; var n = 1; object? o = null;""")]
    [InlineData("""var key = "sk_live_abcdefghijklmnopqrstuvwxyz"; var other = "rk_live_ABCDEFGHIJKLMNOPQRSTUVWXYZ";""")]
    [InlineData("""var key = "sk_live_12345678901234567890"; var other = "whsec_0123456789abcdef0123456789abcdef";""")]
    [InlineData("""var key = "sk_live_abcdefghijklmnop1234567890"; var other = "sk_org_live_abcdefghijklmnopqrstuvwx";""")]
    [InlineData("""var key = "task_org_live_RANDOM"; var other = "sk_org_RANDOM";""")]
    public Task Placeholders_and_other_texts_are_not_reported(string statements) =>
        RuleTest<KeyInSourceAnalyzer>.ReportsInMethodAsync(statements.Replace("RANDOM", Random, StringComparison.Ordinal));

    [Theory]
    [InlineData("sk_test_", "A test key (sk_test_\u2026)")]
    [InlineData("rk_test_", "A restricted test key (rk_test_\u2026)")]
    [InlineData("sk_org_test_", "A test key of an organization (sk_org_test_\u2026)")]
    public Task A_test_key_is_a_suggestion(string prefix, string name) => RuleTest<KeyInSourceAnalyzer>.ReportsInMethodAsync(
        $$"""var key = {|#0:"{{prefix}}{{Random}}"|};""",
        new DiagnosticResult("LAT1007", DiagnosticSeverity.Info).WithLocation(0).WithArguments(name));

    [Theory]
    [InlineData("await Task.CompletedTask;")]
    [InlineData("class Program { static void Main() { } }")]
    public Task A_key_in_an_attribute_of_the_assembly_is_reported(string program) => RuleTest<KeyInSourceAnalyzer>.ReportsAsync(
        $$"""
        [assembly: System.Reflection.AssemblyMetadata("Key", [|"sk_live_{{Random}}"|])]
        {{program}}
        """);

    [Fact]
    public Task The_message_has_nothing_of_the_key_but_its_prefix() => RuleTest<KeyInSourceAnalyzer>.ReportsInMethodAsync(
        $$"""var key = {|#0:"sk_live_{{Random}}"|};""",
        new DiagnosticResult("LAT1007", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("A live secret key (sk_live_\u2026) is written in the source code; read it from the configuration"));

    [Fact]
    public Task A_test_key_is_not_reported_in_a_test_project() => RuleTest<KeyInSourceAnalyzer>.ReportsInTestProjectAsync(
        $$"""
        string[] keys = { "sk_test_{{Random}}", "rk_test_{{Random}}", [|"sk_live_{{Random}}"|] };
        """);

    [Theory]
    [InlineData("true", "\"sk_test_" + Random + "\"")]
    [InlineData("false", "{|#0:\"sk_test_" + Random + "\"|}")]
    public Task The_property_of_the_project_tells_what_is_a_test_project(string isTestProject, string key) =>
        RuleTest<KeyInSourceAnalyzer>.ReportsWithOptionsAsync(
            $"string[] keys = {{ {key} }};",
            $"is_global = true\nbuild_property.IsTestProject = {isTestProject}",
            isTestProject == "true" ? [] : [new DiagnosticResult("LAT1007", DiagnosticSeverity.Info).WithLocation(0)]);

    [Fact]
    public Task Generated_code_is_not_reported() => RuleTest<KeyInSourceAnalyzer>.ReportsAsync(
        $"// <auto-generated/>\nvar key = \"sk_live_{Random}\";");
}

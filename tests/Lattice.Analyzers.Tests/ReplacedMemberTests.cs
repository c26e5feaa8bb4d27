using Lattice.Analyzers.CodeFixes;
using Lattice.Analyzers.Parameters;
using Lattice.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1011.</summary>
public class ReplacedMemberTests
{
    private const string Usings = "using Lattice.Analyzers.Tests.Emitted;\n";

    [Theory]
    [InlineData("var p = new AccountLinkCreateParams { Collect = AccountLinkCreateCollect.CurrentlyDue };", 1)]
    [InlineData("var p = new AccountLinkCreateParams(); p.Collect = \"currently_due\"; Console.WriteLine(p.Collect);", 2)]
    [InlineData("var p = new WidgetCreateParams { Collect = WidgetCreateCollect.Due };", 2)]
    [InlineData("Console.WriteLine(WidgetCreateCollect.Due);", 1)]
    [InlineData("StripeEnum<WidgetCreateCollect> x = default; switch (x.Value) { case WidgetCreateCollect.Due: break; }", 1)]
    [InlineData("StripeEnum<WidgetCreateCollect> x = default; _ = x.Value is WidgetCreateCollect.Due;", 1)]
    public async Task The_rule_takes_the_place_of_the_warning(string statement, int count)
    {
        IReadOnlyList<string> reported = await ReportAsync(statement);

        Assert.Equal(Enumerable.Repeat("LAT1011", count), reported);
    }

    [Theory]
    [InlineData("var p = new WidgetCreateParams { Withdrawn = \"a\" };", "CS0618")]
    [InlineData("var p = new AccountLinkCreateParams { CollectionOptions = new() { Fields = \"eventually_due\" } };")]
    [InlineData("Console.WriteLine(WidgetCreateCollect.EventuallyDue);")]
    public async Task Without_a_successor_only_the_compiler_warns(string statement, params string[] expected) =>
        Assert.Equal(expected, await ReportAsync(statement));

    [Theory]
    [InlineData("#pragma warning disable CS0618\nUse();\n#pragma warning restore CS0618")]
    [InlineData("#pragma warning disable 618\nUse();")]
    [InlineData("#pragma warning disable 0618 // The old parameter.\nUse();")]
    [InlineData("#pragma warning disable\nUse();")]
    [InlineData("  #  pragma   warning  disable  CS1591, cs0618\nUse();")]
    public async Task Where_the_warning_is_turned_off_the_rule_is_silent(string statement) =>
        Assert.Empty(await ReportAsync(statement.Replace("Use();", "var p = new AccountLinkCreateParams { Collect = \"currently_due\" };", StringComparison.Ordinal)));

    [Theory]
    [InlineData("#pragma warning disable CS0618\n#pragma warning restore CS0618\nvar p = new AccountLinkCreateParams { Collect = \"currently_due\" };")]
    [InlineData("#pragma warning disable CS1591\nvar p = new AccountLinkCreateParams { Collect = \"currently_due\" };")]
    [InlineData("var p = new AccountLinkCreateParams { Collect = \"currently_due\" };\n#pragma warning disable CS0618")]
    public async Task Where_the_warning_is_on_the_rule_reports(string statement) => Assert.Equal(["LAT1011"], await ReportAsync(statement));

    [Fact]
    public async Task In_an_obsolete_member_the_rule_is_silent() => Assert.Empty(await ReportAsync(
        "", "public class Old { [Obsolete(\"Old.\")] public object P() => new AccountLinkCreateParams { Collect = \"currently_due\" }; }"));

    [Fact]
    public async Task A_project_that_turns_the_warning_off_hears_nothing()
    {
        CSharpCompilation compilation = Compile("var p = new AccountLinkCreateParams { Collect = \"currently_due\" };", "");
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            compilation.Options.SpecificDiagnosticOptions.SetItem("CS0618", ReportDiagnostic.Suppress)));

        Assert.Empty(await AllRules.RunAsync(compilation));
    }

    [Fact]
    public async Task A_project_that_turns_the_rule_off_has_the_warning()
    {
        CSharpCompilation compilation = Compile("var p = new AccountLinkCreateParams { Collect = \"currently_due\" };", "");
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            compilation.Options.SpecificDiagnosticOptions.SetItem("LAT1011", ReportDiagnostic.Suppress)));

        Assert.Equal(["CS0618"], await ReportAsync(compilation));
    }

    [Theory]
    [InlineData(
        "var p = new AccountLinkCreateParams { Collect = AccountLinkCreateCollect.EventuallyDue };",
        "var p = new AccountLinkCreateParams { CollectionOptions = new() { Fields = AccountLinkCreateCollectionOptionsFields.EventuallyDue } };")]
    [InlineData(
        "var p = new AccountLinkCreateParams { Collect = \"currently_due\" };",
        "var p = new AccountLinkCreateParams { CollectionOptions = new() { Fields = AccountLinkCreateCollectionOptionsFields.CurrentlyDue } };")]
    [InlineData(
        "var p = new AccountLinkCreateParams { Account = \"a\", Collect = \"currently_due\", CollectionOptions = new() { FutureRequirements = \"omit\" } };",
        "var p = new AccountLinkCreateParams { Account = \"a\", CollectionOptions = new() { FutureRequirements = \"omit\", Fields = AccountLinkCreateCollectionOptionsFields.CurrentlyDue } };")]
    [InlineData(
        "var p = new AccountLinkCreateParams(); p.Collect = AccountLinkCreateCollect.CurrentlyDue;",
        "var p = new AccountLinkCreateParams(); p.CollectionOptions = new() { Fields = AccountLinkCreateCollectionOptionsFields.CurrentlyDue };")]
    [InlineData("var p = new WidgetCreateParams { Shape = \"round\" };", "var p = new WidgetCreateParams { Form = \"round\" };")]
    [InlineData("var p = new WidgetCreateParams(); p.Shape = args[0];", "var p = new WidgetCreateParams(); p.Form = args[0];")]
    [InlineData("Console.WriteLine(WidgetCreateCollect.Due);", "Console.WriteLine(WidgetCreateCollect.CurrentlyDue);")]
    [InlineData(
        "var p = new WidgetCreateParams\n{\n    Account  = \"a\",\n    [|Shape|]    = \"round\",\n    Currency = \"eur\",\n};",
        "var p = new WidgetCreateParams\n{\n    Account  = \"a\",\n    Form     = \"round\",\n    Currency = \"eur\",\n};")]
    [InlineData(
        "var p = new AccountLinkCreateParams\n{\n    Account   = \"a\",\n    [|Collect|]   = \"currently_due\",\n    ReturnUrl = \"b\",\n};",
        "var p = new AccountLinkCreateParams\n{\n    Account   = \"a\",\n    CollectionOptions = new() { Fields = AccountLinkCreateCollectionOptionsFields.CurrentlyDue },\n    ReturnUrl = \"b\",\n};")]
    public Task The_fix_moves_the_value(string statement, string @fixed) =>
        RuleTest<ReplacedMemberAnalyzer>.FixesAsync<ReplacedMemberFix>(Mark(statement), Program(@fixed, ""));

    [Theory]
    [InlineData("StripeEnum<AccountLinkCreateCollect> due = default; var p = new AccountLinkCreateParams { Collect = due };")]
    [InlineData("var p = new AccountLinkCreateParams { Collect = \"unknown\" };")]
    [InlineData("var p = new AccountLinkCreateParams { Collect = \"currently_due\", CollectionOptions = new() { Fields = \"currently_due\" } };")]
    [InlineData("Console.WriteLine(new AccountLinkCreateParams().Collect);")]
    public Task A_value_that_does_not_fit_stays(string statement) =>
        RuleTest<ReplacedMemberAnalyzer>.FixesAsync<ReplacedMemberFix>(Mark(statement), Mark(statement));

    private static string Mark(string statement) => Program(
        statement.Replace("p.Collect =", "[|p.Collect|] =", StringComparison.Ordinal)
            .Replace("p.Shape =", "[|p.Shape|] =", StringComparison.Ordinal)
            .Replace(" Collect =", " [|Collect|] =", StringComparison.Ordinal)
            .Replace(" Shape =", " [|Shape|] =", StringComparison.Ordinal)
            .Replace("new AccountLinkCreateParams().Collect", "[|new AccountLinkCreateParams().Collect|]", StringComparison.Ordinal)
            .Replace("WidgetCreateCollect.Due", "[|WidgetCreateCollect.Due|]", StringComparison.Ordinal),
        "");

    private static string Program(string statement, string types) => $"{Usings}{statement}\n\n{types}\n";

    private static CSharpCompilation Compile(string statement, string types) => AllRules.Compile([("Program.cs", Program(statement, types))]);

    private static Task<IReadOnlyList<string>> ReportAsync(string statement, string types = "") => ReportAsync(Compile(statement, types));

    /// <summary>The ids of what is reported about deprecated members, by the rule or by the compiler.</summary>
    private static async Task<IReadOnlyList<string>> ReportAsync(CSharpCompilation compilation) =>
    [
        .. (await AllRules.RunWithCompilerAsync(compilation))
            .Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Id is "LAT1011" or "CS0618" or "CS1002" or "CS0103")
            .Where(diagnostic => !diagnostic.IsSuppressed)
            .Select(diagnostic => diagnostic.Id),
    ];
}

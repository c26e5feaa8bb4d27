using Lattice.Analyzers.Parameters;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1010.</summary>
public class ExclusiveParametersTests
{
    private const string NoObsolete = "#pragma warning disable CS0618\n";

    [Theory]
    [InlineData("""var p = new AccountLinkCreateParams { Collect = "currently_due", [|CollectionOptions|] = new() { Fields = "currently_due" } };""")]
    [InlineData("""var p = new AccountLinkCreateParams { CollectionOptions = new() { Fields = "currently_due" }, [|Collect|] = "currently_due" };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Collect = "currently_due" }; [|p.CollectionOptions|] = new() { Fields = "currently_due" };""")]
    [InlineData("""var p = new AccountLinkCreateParams(); p.Collect = "currently_due"; [|p.CollectionOptions|] = new() { Fields = "currently_due" };""")]
    [InlineData("""AccountLinkCreateParams p = new(); p.Collect = "currently_due"; if (client is null) { [|p.CollectionOptions|] = new() { Fields = "currently_due" }; }""")]
    [InlineData("""await AccountLink.CreateAsync(client, new() { Account = "a", Type = "b", Collect = "currently_due", [|CollectionOptions|] = new() { Fields = "currently_due" } });""")]
    [InlineData("""var all = new[] { new AccountLinkCreateParams { Collect = "currently_due", [|CollectionOptions|] = new() { Fields = "currently_due" } } };""")]
    public Task The_second_of_two_exclusive_parameters_is_reported(string statements) =>
        RuleTest<ExclusiveParametersAnalyzer>.ReportsInMethodAsync(NoObsolete + statements);

    [Theory]
    [InlineData("""var p = new AccountLinkCreateParams { Collect = "currently_due" };""")]
    [InlineData("""var p = new AccountLinkCreateParams { CollectionOptions = new() { Fields = "currently_due" } };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Collect = null, CollectionOptions = new() { Fields = "currently_due" } };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Collect = "currently_due", CollectionOptions = default };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Collect = "currently_due", CollectionOptions = new() };""")]
    [InlineData("""string? due = client.ToString(); var p = new AccountLinkCreateParams { Collect = client is null ? due : null, CollectionOptions = new() { Fields = "currently_due" } };""")]
    [InlineData("""var p = new AccountLinkCreateParams(); if (client is null) { p.Collect = "currently_due"; } else { p.CollectionOptions = new() { Fields = "currently_due" }; }""")]
    [InlineData("""var p = new AccountLinkCreateParams(); if (client is null) { p.Collect = "currently_due"; } p.CollectionOptions = new() { Fields = "currently_due" };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Collect = "currently_due" }; p.Collect = null; p.CollectionOptions = new() { Fields = "currently_due" };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Collect = "currently_due" }; p = new(); p.CollectionOptions = new() { Fields = "currently_due" };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Collect = "currently_due" }; Change(p); p.CollectionOptions = new() { Fields = "currently_due" }; static void Change(AccountLinkCreateParams p) => p.Collect = null;""")]
    [InlineData("""var p = new AccountLinkCreateParams { Collect = "currently_due" }; var q = new AccountLinkCreateParams { CollectionOptions = new() { Fields = "currently_due" } };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Collect = "currently_due", RefreshUrl = "a", ReturnUrl = "b" };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Collect = "currently_due" }; Action set = () => p.CollectionOptions = new() { Fields = "currently_due" };""")]
    public Task Parameters_that_are_not_set_together_are_not_reported(string statements) =>
        RuleTest<ExclusiveParametersAnalyzer>.ReportsInMethodAsync(NoObsolete + statements);
}

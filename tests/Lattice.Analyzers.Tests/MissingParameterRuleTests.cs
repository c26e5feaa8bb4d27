using Lattice.Analyzers.Parameters;
using Lattice.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace Lattice.Analyzers.Tests;

/// <summary>What LAT1001 knows of a class, where it looks, and what it says.</summary>
public class MissingParameterRuleTests
{
    private const string ThingOperations =
        """
        public static class ThingOperations
        {
            public static int CreateOperation => 1;
            public static Task CreateAsync(IStripeClient client, ThingParams? parameters = null) => Task.CompletedTask;
        }

        public sealed partial class ThingParams : Lattice.Stripe.Serialization.Form.FormParams
        {
            public string? Account { get; set; }
            public bool? Flag { get; set; }
            public string? Name { get; set; }
            public string? Old { get; set; }
            public string? Price { get; set; }
            protected override void Write(ref Lattice.Stripe.Serialization.Form.FormWriter form) { }
        }
        """;

    [Theory]
    [InlineData("Price = \"p\"", "")]
    [InlineData("Flag = true", "")]
    [InlineData("Name = \"n\"", "Account")]
    [InlineData("Old = \"o\"", "")]
    public Task Another_parameter_can_replace_a_required_one(string member, string missing) =>
        RuleTest<MissingParameterAnalyzer>.ReportsAsync(
        $$"""
        static Task SendAsync(IStripeClient client) => ThingOperations.CreateAsync(client, {{(missing.Length > 0 ? "[|new()|]" : "new()")}} { {{member}} });
        await SendAsync(null!);

        {{ThingOperations}}

        [StripeSchema(Required = "Account", Exclusive = "Account, Price; Account, Flag", Successors = "Old: Account.Id")]
        public sealed partial class ThingParams
        {
        }
        """);

    [Theory]
    [InlineData("", "[|new()|]")]
    [InlineData("public ThingParams() { Account = \"a\"; }", "new()")]
    [InlineData("public ThingParams(string account = \"a\") { Account = account; }", "new()")]
    [InlineData("public ThingParams(string account) { Account = account; }", "new(\"a\")")]
    public Task A_constructor_can_set_parameters(string constructor, string creation) => RuleTest<MissingParameterAnalyzer>.ReportsAsync(
        $$"""
        await ThingOperations.CreateAsync(null!, {{creation}});

        {{ThingOperations}}

        [StripeSchema(Required = "Account, Removed; ;,, Name", Unknown)]
        public sealed partial class ThingParams
        {
            {{constructor}}
        }
        """.Replace(", Unknown", "", StringComparison.Ordinal));

    [Fact]
    public Task A_message_names_all_that_is_missing() => RuleTest<MissingParameterAnalyzer>.ReportsInMethodAsync(
        """
        await Gadget.ActivateAsync(client, "g", new() { Reason = "r", Steps = [{|#0:new()|} { }] });
        await Widget.CreateAsync(client, new() { Account = "a", Kind = "k", Options = {|#1:new()|} });
        await Gadget.{|#2:ActivateAsync|}(client, "g");
        """,
        Expect(0, "GadgetActivateStep does not set Name and Step, which Stripe requires"),
        Expect(1, "WidgetCreateOptions does not set Enabled, which Stripe requires"),
        Expect(2, "This call does not set Reason, which Stripe requires"));

    [Fact]
    public Task The_sdk_has_the_attributes() => RuleTest<MissingParameterAnalyzer>.ReportsInMethodAsync(
        """
        await AccountLink.CreateAsync(client, [|new()|] { Type = "account_onboarding" });
        await AccountSession.CreateAsync(client, new() { Account = "a", Components = new() { Balances = [|new()|] } });
        await Lattice.Stripe.V2.Core.AccountLink.CreateAsync(client, new() { Account = "a", UseCase = [|new()|] });
        await LoginLink.CreateForAccountAsync(client, "acct_1");
        """);

    [Fact]
    public Task Generated_code_is_left_alone() => RuleTest<MissingParameterAnalyzer>.ReportsInMethodAsync(
        """
        await Task.CompletedTask;
            }

            [System.CodeDom.Compiler.GeneratedCode("x", "1")]
            public static async Task GeneratedAsync(IStripeClient client)
            {
                await Widget.CreateAsync(client, new());
        """);

    [Fact]
    public Task Top_level_statements_are_followed() => RuleTest<MissingParameterAnalyzer>.ReportsAsync(
        """
        using var client = new StripeClient("sk_test_1");
        var p = [|new WidgetCreateParams|]() { Account = "a" };
        await Widget.CreateAsync(client, p);
        """);

    [Fact]
    public Task Unfinished_code_never_fails() => IncompleteCode.CheckAsync(
        """
        using var client = new StripeClient("sk_test_1");
        var p = new WidgetCreateParams { Options = new() { Enabled = null }, Items = [new(), new() { Price = "p" }] };
        (p.Account, p.Name) = ("a", "n");
        p.Options = new();
        p.Parts = new() { ["a"] = new() };
        switch (p.Name) { case { HasValue: true }: p = new(); break; default: goto case 1; case 1: return; }
        await Widget.CreateAsync(client, p, new() { ExtraParameters = new Dictionary<string, string> { ["a"] = "b" } });
        """,
        new MissingParameterAnalyzer());

    [Fact]
    public Task Visual_Basic_is_served() => VisualBasicTest<MissingParameterAnalyzer>.ReportsInMethodAsync(
        """
        Await Widget.CreateAsync(client, [|New WidgetCreateParams|] With {.Account = "a"})
        Dim p As New WidgetCreateParams With {.Account = "a", .Kind = "plain"}
        p.Options = [|New WidgetCreateOptions|]()
        Await Widget.CreateAsync(client, p)
        Await Gadget.[|ActivateAsync|](client, "g")
        Dim q = [|New WidgetCreateParams|]()
        q.Account = "a"
        Await Widget.CreateAsync(client, q)
        Dim r As New WidgetCreateParams
        With r
            .Account = "a"
            .Kind = "plain"
        End With
        Await Widget.CreateAsync(client, r)
        """);

    private static DiagnosticResult Expect(int location, string message) =>
        DiagnosticResult.CompilerWarning("LAT1001").WithLocation(location).WithMessage(message);
}

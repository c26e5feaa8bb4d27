using Lattice.Analyzers.CodeFixes;
using Lattice.Analyzers.Parameters;
using Lattice.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1002.</summary>
public class UnknownValueTests
{
    [Theory]
    [InlineData("""var p = new AccountLinkCreateParams { Type = [|"account_onbording"|] };""")]
    [InlineData("""var p = new AccountLinkCreateParams(); p.Type = [|"Account_Onboarding"|];""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = [|"account-update"|];""")]
    [InlineData("""var type = new StripeEnum<AccountLinkCreateType>([|"account_updat"|]);""")]
    [InlineData("""var type = (StripeEnum<AccountLinkCreateType>)[|"account_updates"|];""")]
    [InlineData("""const string Typo = "account_updates"; var p = new AccountLinkCreateParams { Type = [|Typo|] };""")]
    [InlineData("""List<StripeEnum<AccountLinkCreateType>> types = ["account_update", [|"account_updates"|]];""")]
    [InlineData("""var p = new AccountLinkCreateParams { Type = client is null ? "account_update" : [|"account_updates"|] };""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type == [|"account_updates"|];""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type.Value != [|"account_updates"|];""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type.Value is [|"account_updates"|] or "account_update";""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type is { Value: not [|"account_updates"|] };""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type.Value switch { [|"account_updates"|] => 1, _ => 2 };""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; switch (type.Value) { case [|"account_updates"|]: break; }""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type.Value.Equals([|"account_updates"|]);""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = [|"account_updates"|].Equals(type.Value, StringComparison.Ordinal);""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type.Equals([|"account_updates"|]);""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = string.Equals(type.Value, [|"account_updates"|]);""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = string.Equals([|"account_updates"|], type.ToString(), StringComparison.OrdinalIgnoreCase);""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type.ToString() == [|"account_updates"|];""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type.ToString() switch { [|"account_updates"|] => 1, _ => 2 };""")]
    [InlineData("""var p = new AccountLinkCreateParams(); _ = p.Type?.Value == [|"account_updates"|] || p.Type?.ToString() is [|"account_updat"|];""")]
    public Task A_misspelled_value_is_reported(string statements) => RuleTest<UnknownValueAnalyzer>.ReportsInMethodAsync(statements);

    [Theory]
    [InlineData("""var p = new AccountLinkCreateParams { Type = "account_onboarding" };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Type = AccountLinkCreateType.AccountUpdate };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Type = client.ToString() };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Type = null, Account = "account_updates" };""")]
    [InlineData("""var p = new AccountLinkCreateParams { Account = "account_onbording" };""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type == "account_update";""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type.ToString() == "account_update" || type.Value.Equals("account_update");""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = string.Equals(type.Value, "ACCOUNT_UPDATE", StringComparison.OrdinalIgnoreCase);""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = ""; _ = type == "" || type.Value is "" || type.Value.Equals("") || type.ToString() == "";""")]
    [InlineData("""string text = "a"; _ = text.Equals("account_updates") || text.ToString() == "account_updates" || Equals(text, "account_updates");""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type.Value is "account_update" or null;""")]
    [InlineData("""StripeEnum<AccountLinkCreateType> type = default; _ = type.Value switch { "account_update" => 1, _ => 2 };""")]
    [InlineData("""SecretString secret = "account_updates";""")]
    [InlineData("""string text = "account_updates"; _ = text == "account_onbording";""")]
    [InlineData("""_ = (StripeErrorType: "account_updates", Value: "account_onbording").Value == "account_updates";""")]
    public Task Nothing_else_is_reported(string statements) => RuleTest<UnknownValueAnalyzer>.ReportsInMethodAsync(statements);

    [Theory]
    [InlineData("transfer_review")]
    [InlineData(" ")]
    public Task A_value_that_is_similar_to_none_is_a_suggestion(string value) => RuleTest<UnknownValueAnalyzer>.ReportsInMethodAsync(
        $$"""var p = new AccountLinkCreateParams { Type = {|#0:"{{value}}"|} };""",
        new DiagnosticResult("LAT1002", DiagnosticSeverity.Info).WithLocation(0));

    [Fact]
    public Task The_fix_is_the_constant_that_was_meant() => RuleTest<UnknownValueAnalyzer>.FixesInMethodAsync<UnknownValueFix>(
        """
        var p = new AccountLinkCreateParams
        {
            // The first link.
            Type = [|"account_onbording"|], // Not account_update.
        };
        var q = new Lattice.Stripe.BillingPortal.SessionCreateParams { Locale = [|"DE"|] };
        """,
        """
        var p = new AccountLinkCreateParams
        {
            // The first link.
            Type = AccountLinkCreateType.AccountOnboarding, // Not account_update.
        };
        var q = new Lattice.Stripe.BillingPortal.SessionCreateParams { Locale = Lattice.Stripe.BillingPortal.SessionCreateLocale.De };
        """);
}

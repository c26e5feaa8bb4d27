using Lattice.Analyzers.Parameters;
using Lattice.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1003.</summary>
public class InvalidValueTests
{
    [Theory]
    [InlineData("""p.Currency = [|"euro"|];""")]
    [InlineData("""p = new() { Currency = [|"euro"|] };""")]
    [InlineData("""p.Currency = ([|"eu" + "ro"|]);""")]
    [InlineData("""p.Currency = [|"eu" + name + "ro"|];""")]
    [InlineData("""p.Currency = [|$"eu{name}ro"|];""")]
    [InlineData("""const string Euro = "euro"; p.Currency = [|Euro|]; p.Currency = [|$"{Euro}"|];""")]
    [InlineData("""p.Currency = client is null ? "eur" : [|"euro"|];""")]
    [InlineData("""p.Currency = p.Form ?? [|"euro"|];""")]
    [InlineData("""p.Currency ??= [|"euro"|];""")]
    [InlineData("""p.Currency = name switch { "" => null, "a" => "eur", _ => [|"euro"|] };""")]
    [InlineData("p.Currency = [|\"\"\"euro\"\"\"|];")]
    [InlineData("""p.Currency = [|@"euro"|];""")]
    [InlineData("""p.Currency = [|nameof(client)|];""")]
    [InlineData("""p.Currency = [|"🎈🎈🎈🎈"|];""")]
    [InlineData("""p.Name = [|"0123456789a"|];""")]
    [InlineData("""p.Name = Clearable<string>.FromValue([|"0123456789a"|]);""")]
    [InlineData("""p.Codes = ["0123456789", [|"0123456789a"|], [|"0123456789b"|]];""")]
    [InlineData("""p.Codes = new[] { [|"0123456789a"|] };""")]
    [InlineData("""p.Codes = new List<string> { [|"0123456789a"|], "" };""")]
    [InlineData("""p.Items = [new() { Price = [|"123456789"|], Quantity = 1 }];""")]
    [InlineData("""await AccountLink.CreateAsync(client, new() { Type = "t", Account = "acct_1", Expand = ["a"] });""")]
    public Task A_text_that_is_too_long_is_reported(string statements) => Reports(statements);

    [Theory]
    [InlineData("""p.Currency = "eur"; p.Currency = ""; p.Currency = null; p.Currency = default; p.Currency = name;""")]
    [InlineData("""p.Currency = "🎈🎈🎈";""")]
    [InlineData("""p.Currency = $"{name}eur"; p.Currency = "eu" + name + "r";""")]
    [InlineData("""p.Currency = "{{currency}}";""")]
    [InlineData("""p.Currency = "euro".Substring(1); p.Currency = string.Join("", "euro", "euro");""")]
    [InlineData("""p.Form = new string('x', 9999); p.Form = "This text is long, and nothing is known about its maximum length.";""")]
    [InlineData("""p.Name = Clearable.Clear; p.Name = "0123456789"; p.Codes = ["0123456789"]; p.Codes = []; p.Codes = [.. p.Codes];""")]
    [InlineData("""var other = new { Currency = "euro" }; (string Currency, int X) pair = ("euro", 1); pair.Currency = "dollar";""")]
    [InlineData("""Currency = "euro";""")]
    [InlineData("""_ = p.Currency == "euro" || p is { Currency: "euro" };""")]
    public Task A_text_that_may_be_short_enough_is_not_reported(string statements) => Reports(statements);

    [Theory]
    [InlineData("""p.Currency = [|"<currency>"|]; p.Account = [|"<cus_1>"|]; p.Form = [|"<your text>"|]; p.Metadata = new() { ["a"] = [|"<b>"|] };""")]
    [InlineData("""p = new() { Account = [|"<account>"|], Name = [|"<name>"|], Codes = [[|"<codes>"|]], Items = [new() { Price = [|"<price>"|] }] };""")]
    [InlineData("""await LoginLink.CreateForAccountAsync(client, [|"<account>"|]); await Gadget.ActivateAsync(client, [|"<gadget>"|]);""")]
    [InlineData("""_ = new StripeClient([|"<key>"|]); _ = new StripeRequestOptions { StripeAccount = [|"<account>"|], ApiKey = [|"<key>"|] };""")]
    [InlineData("""p.Currency = [|"…"|]; await LoginLink.CreateForAccountAsync(client, [|"…"|]); p.Form = "Wait…"; p.Form = "...";""")]
    public Task A_placeholder_is_reported(string statements) => Reports(statements);

    [Theory]
    [InlineData("""p.Form = "<b>Hello</b>"; p.Form = "<>"; p.Form = "<3"; p.Form = "a <b>"; p.Form = "</br>"; p.Form = $"<{name}>"; p.Form = "<1>";""")]
    [InlineData("""string Account = "<account>"; _ = new { Account }; _ = p.Form == "<account>";""")]
    [InlineData("""await LookUpAsync(client, "<account>"); Currency = "<currency>"; Publish("<key>");""")]
    public Task Other_texts_in_angle_brackets_are_not_reported(string statements) => Reports(statements);

    [Theory]
    [InlineData("""p.Account = [|"pi_3MtwBwLkdIwHu7ix28a3tqPa_secret_YrKJUKribcBjcG8HVhfZluoGH"|];""")]
    [InlineData("""p.Customer = [|"seti_1Mm8s8LkdIwHu7ix0OXBfTRG_secret_NXDICkPqPeiBTAFqWmkbff09lRmSVXe"|];""")]
    [InlineData("""await LoginLink.CreateForAccountAsync(client, [|$"pi_1_secret_{name}"|]);""")]
    [InlineData("""p.Product = [|"pi_1_secret_2"|]; p.PaymentMethod = [|"src_1_secret_2"|];""")]
    public Task A_client_secret_as_an_id_is_reported(string statements) => Reports(statements);

    [Theory]
    [InlineData("""p.Product = "in_secret_santa"; p.Product = "card_gift_secret_santa"; p.Account = "top_secret_account"; p.Account = "acct_1";""")]
    [InlineData("""p.Form = "pi_1_secret_2"; Publish("pi_1_secret_2"); _ = new { Account = "pi_1_secret_2" };""")]
    public Task A_text_that_is_no_client_secret_is_not_reported(string statements) => Reports(statements);

    [Theory]
    [InlineData("""p.Account = [|"cus_123"|];""")]
    [InlineData("""p.Account = [|"cus_Oaxlz8kB0PJWGa"|];""")]
    [InlineData("""p.Account = [|"cus_…"|]; p.Account = [|"cus_..."|];""")]
    [InlineData("""p.Account = [|$"cus_{name}"|];""")]
    [InlineData("""p.Account = [|"cus_" + name|];""")]
    [InlineData("""p.Account = [|"pm_card_visa"|]; p.Account = [|"cs_test_a1GY7ro6JZ"|]; p.Account = [|"sub_sched_1Nnm"|];""")]
    [InlineData("""p = new() { Customer = [|"acct_123"|], Account = client is null ? "acct_1" : [|"pi_1"|] };""")]
    [InlineData("""p.Destinations = ["acct_1", [|"cus_1"|], [|$"price_{name}"|]];""")]
    [InlineData("""p.PaymentMethod = [|"pi_123"|];""")]
    [InlineData("""p.Product = [|"price_1NnlpZ"|]; p.Product = [|"price_123"|];""")]
    [InlineData("""await LoginLink.CreateForAccountAsync(client, [|"cus_123"|]);""")]
    [InlineData("""await LoginLink.TryCreateForAccountAsync(account: [|$"cus_{name}"|], client: client);""")]
    [InlineData("""_ = new StripeRequestOptions { StripeAccount = [|"cus_123"|] };""")]
    [InlineData("""_ = new StripeClientOptions { StripeAccount = [|"ca_123"|] }.StripeAccount = [|"cus_123"|];""")]
    [InlineData("""_ = new StripeRequestOptions { ApiKey = [|"pk_test_123"|] };""")]
    [InlineData("""_ = new StripeRequestOptions { ApiKey = new SecretString([|"pk_live_123"|]) };""")]
    [InlineData("""new StripeClientOptions().ApiKey = SecretString.FromString([|$"pk_live_{name}"|]);""")]
    [InlineData("""_ = new StripeClient([|"pk_live_123"|]);""")]
    [InlineData("""_ = new StripeClient(apiKey: [|"pk_test_" + name|]);""")]
    public Task An_id_of_another_kind_is_reported(string statements) => Reports(statements);

    [Theory]
    [InlineData("""p.Account = "acct_123"; p.Account = "acct_"; p.Account = "acct"; p.Account = ""; p.Account = "_"; p.Account = "_cus_1";""")]
    [InlineData("""p.Account = "{{account}}"; p.Account = "<a href='x'>y</a>"; p.Account = "cus_"; p.Account = "cus_{0}";""")]
    [InlineData("""p.Account = "seller_42"; p.Account = "my-account"; p.Account = "customer_1"; p.Account = "CUS_1"; p.Account = "in_store_card";""")]
    [InlineData("""p.Account = name; p.Account = $"{name}"; p.Account = $"{name}cus_1"; p.Account = name + "cus_1"; p.Account = $"acct_{name}";""")]
    [InlineData("""p.Account = "cus_1".ToUpperInvariant(); p.Account = string.Concat("cus_", name); p.Account = "cus_1 2"; p.Account = "cus_a-b";""")]
    [InlineData("""p.Customer = "cus_1"; p.Customer = "gcus_1"; p.Customer = "self";""")]
    [InlineData("""p.PaymentMethod = "pm_card_visa"; p.PaymentMethod = "card_1"; p.PaymentMethod = "src_1"; p.PaymentMethod = "ba_1";""")]
    [InlineData("""p.Product = "prod_1"; p.Product = "sub_basic"; p.Product = "in_stock"; p.Product = $"card_{name}"; p.Product = "gold";""")]
    [InlineData("""p.Form = "cus_1"; p.Price = "cus_1"; p.Metadata = new() { ["account"] = "cus_1" };""")]
    [InlineData("""await LoginLink.CreateForAccountAsync(client, name); await LoginLink.CreateForAccountAsync(client, "acct_1");""")]
    [InlineData("""await Gadget.ActivateAsync(client, "cus_1");""")]
    [InlineData("""await LookUpAsync(client, "cus_1");""")]
    [InlineData("""_ = new StripeRequestOptions { StripeAccount = "acct_1", StripeContext = "cus_1", IdempotencyKey = "cus_1", ApiKey = "sk_test_1" };""")]
    [InlineData("""_ = new StripeClient("rk_live_1"); _ = new StripeClient("pk"); _ = new StripeClient(name); Publish("pk_live_1");""")]
    [InlineData("""_ = new Uri("pk_live_1", UriKind.Relative); string ApiKey = "pk_live_1"; _ = new { ApiKey, StripeAccount = "cus_1" };""")]
    public Task A_text_that_may_be_the_id_is_not_reported(string statements) => Reports(statements);

    [Theory]
    [InlineData("Issuing.Card", "RetrieveAsync", "card", "ic_1", "card_1")]
    [InlineData("PaymentIntent", "CaptureAsync", "intent", "pi_1", "seti_1")]
    [InlineData("StripeFile", "RetrieveAsync", "file", "file_1", "link_1")]
    [InlineData("FeeRefund", "RetrieveAsync", "refund", "fr_1", "re_1")]
    [InlineData("Treasury.FinancialAccountFeatures", "RetrieveAsync", "financialAccount", "fa_1", "acct_1")]
    [InlineData("TestHelpers.TestClock", "AdvanceAsync", "testClock", "clock_1", "cus_1")]
    [InlineData("Climate.Product", "RetrieveAsync", "product", "climsku_1", null)]
    [InlineData("Climate.Product", "RetrieveAsync", "product", "prod_1", null)]
    [InlineData("CouponBook", "RetrieveAsync", "coupon", "cus_1", null)]
    public Task A_path_parameter_is_the_id_of_a_resource(string type, string method, string parameter, string right, string? wrong)
    {
        string[] parts = type.Split('.');
        string within = parts.Length > 1 ? "." + parts[0] : "";
        string call = wrong is null ? "" : $"""await Shop.{type}.{method}(client, [|"{wrong}"|]);""";
        return RuleTest<InvalidValueAnalyzer>.ReportsAsync(
            $$"""
            IStripeClient client = null!;
            await Shop.{{type}}.{{method}}(client, "{{right}}");
            {{call}}

            namespace Shop
            {
                public static class StripeApiVersion;
            }

            namespace Shop{{within}}
            {
                public static class {{parts[^1]}}
                {
                    public static int {{method.Replace("Async", "Operation", StringComparison.Ordinal)}} => 1;
                    public static Task {{method}}(IStripeClient client, string {{parameter}}) => Task.CompletedTask;
                }
            }
            """);
    }

    [Fact]
    public Task A_message_says_what_was_found_and_what_is_expected() => RuleTest<InvalidValueAnalyzer>.ReportsInMethodAsync(
        """
        var p = new WidgetCreateParams { Currency = {|#0:"euro"|}, Name = {|#1:$"0123456789{client}a"|}, Account = {|#2:"cus_1"|} };
        p.PaymentMethod = {|#3:"ii_1"|};
        await AccountLink.CreateAsync(client, new() { RefreshUrl = "x", Account = client is null ? {|#4:"in_1"|} : "a" });
        p.Account = {|#6:"<account>"|};
        p.Account = {|#7:"pi_1_secret_2"|};
        using var other = new StripeClient({|#5:"pk_live_51Nnlp9GPxmnHQRkJ"|});
        """,
        Expect(0, "Currency has at most 3 characters; this text has 4"),
        Expect(1, "Name has at most 10 characters; this text has at least 11"),
        Expect(2, "'cus_…' is the id of a customer; Account takes the id of an account ('acct_…')"),
        Expect(3, "'ii_…' is the id of an invoice item; PaymentMethod takes the id of a payment method ('pm_…', 'card_…', 'ba_…', 'src_…')"),
        Expect(4, "'in_…' is the id of an invoice; Account takes the id of an account ('acct_…')"),
        Expect(5, "'pk_live_…' is a publishable key, with which servers cannot call Stripe; "
            + "use the secret key ('sk_live_…') or a restricted one ('rk_live_…')"),
        Expect(6, "Account still has a placeholder ('<…>'), which Stripe would get as it is; replace it"),
        Expect(7, "'pi_…_secret_…' is a client secret; Account takes the id of an account ('acct_…')"));

    [Fact]
    public Task Generated_code_is_left_alone() => RuleTest<InvalidValueAnalyzer>.ReportsAsync(
        """
        // <auto-generated/>
        _ = new WidgetCreateParams { Currency = "euro", Account = "cus_1" };
        """);

    [Fact]
    public Task Unfinished_code_never_fails() => IncompleteCode.CheckAsync(
        """
        var p = new WidgetCreateParams { Currency = $"{1}euro", Account = "cus_" + 1, Codes = ["a", ..new[] { "b" }] };
        await LoginLink.CreateForAccountAsync(null!, account: "cus_1" switch { _ => "cus_1" });
        """,
        new InvalidValueAnalyzer());

    [Fact]
    public Task Visual_Basic_is_served() => VisualBasicTest<InvalidValueAnalyzer>.ReportsInMethodAsync(
        """
        Dim p As New WidgetCreateParams With {.Account = [|"cus_1"|], .Kind = "plain", .Customer = "cus_1"}
        p.Currency = [|"euro"|]
        p.Account = [|$"cus_{p.Form}"|]
        p.Account = [|"cus_" & p.Form|]
        p.Codes = {[|"0123456789a"|], "b"}
        """);

    private static DiagnosticResult Expect(int location, string message) =>
        DiagnosticResult.CompilerWarning("LAT1003").WithLocation(location).WithMessage(message);

    private static Task Reports(string statements) => RuleTest<InvalidValueAnalyzer>.ReportsAsync(
        $$"""
        await Program2.RunAsync(null!, "");

        static class Program2
        {
            private static string? Currency { get; set; }
            private static void Publish(string key) { }
            private static Task LookUpAsync(IStripeClient client, string account) => Task.CompletedTask;

            public static async Task RunAsync(IStripeClient client, string name)
            {
                var p = new WidgetCreateParams();
                {{statements}}
                await Task.CompletedTask;
            }
        }
        """);
}

using Lattice.Analyzers.Parameters;
using Lattice.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1010.</summary>
public class ExclusiveParametersTests
{
    [Theory]
    [InlineData("""_ = new WidgetCreateParams { Price = "p", [|Product|] = "q" };""")]
    [InlineData("""_ = new WidgetCreateParams { Product = id, Kind = "plain", [|Price|] = id };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = id, [|PriceData|] = new() { UnitAmount = 1 }, [|Product|] = id };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = client is null ? "p" : id, [|Product|] = maybe ?? "q" };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = $"{maybe}", [|Product|] = maybe + "q" };""")]
    [InlineData("""if (maybe is not null) { _ = new WidgetCreateParams { Price = maybe, [|Product|] = id }; }""")]
    [InlineData("""_ = new WidgetCreateParams { Price = maybe!, [|Product|] = id.Trim() };""")]
    [InlineData("""_ = new WidgetCreateParams { Code = 0, [|Name|] = "n" };""")]
    [InlineData("""_ = new WidgetCreateParams { Code = count, [|Name|] = id };""")]
    [InlineData("""await Widget.CreateAsync(client, new() { Options = new() { Features = new() { Mode = "m", [|Account|] = "a" } } });""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; [|p.Product|] = "q";""")]
    [InlineData("""var p = new WidgetCreateParams(); p.Price = "p"; [|p.Product|] = "q";""")]
    [InlineData("""var p = new WidgetCreateParams(); p.Price = "p"; p.Kind = "plain"; if (maybe is null) { [|p.Product|] = "q"; }""")]
    [InlineData("""WidgetCreateParams p; p = new() { Price = "p" }; foreach (char c in id) { [|p.Product|] = "q"; }""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; await Widget.CreateAsync(client, p); [|p.Product|] = "q";""")]
    [InlineData("""parameters.Price = "p"; [|parameters.Product|] = "q";""")]
    [InlineData("""parameters.Price = "p"; [|parameters.Product|] = "q"; Fill(parameters);""")]
    [InlineData("""var p = new WidgetCreateParams { Options = new() { Features = new() { Mode = "m" } } }; [|p.Options.Features.Account|] = "a";""")]
    [InlineData("""var p = new WidgetCreateParams { Options = new() { Features = new() } }; p.Options.Features.Mode = "m"; [|p.Options.Features.Account|] = "a";""")]
    [InlineData("""Action a = () => { var p = new WidgetCreateParams { Price = "p" }; [|p.Product|] = "q"; };""")]
    [InlineData("""switch (id) { case "a": var p = new WidgetCreateParams(); p.Price = id; [|p.Product|] = id; break; }""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; [|p.Product|] = "q"; await Widget.CreateAsync(client, p); p.Price = null;""")]
    [InlineData("""var p = new WidgetCreateParams(); p.Price = "p"; [|p.Product|] = "q"; await Widget.TryCreateAsync(client, p); p.Product = maybe;""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; [|p.Product|] = "q"; if (id.Length > 3) { await Widget.CreateAsync(client, p); p.Price = null; }""")]
    [InlineData("""foreach (char c in id) { var p = new WidgetCreateParams { Price = "p" }; [|p.Product|] = "q"; await Widget.CreateAsync(client, p); p.Price = null; }""")]
    public Task Parameters_that_exclude_each_other_are_reported(string statements) => Reports(statements);

    [Theory]
    [InlineData("""_ = new WidgetCreateParams { Price = "p" }; _ = new WidgetCreateParams { Product = "q" };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = "p", Customer = "c", Name = "n", CollectionOptions = new() { Fields = "f" } };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = "p", Product = null };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = default, Product = "q" };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = "", Product = "q" };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = maybe, Product = id };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = id, Product = maybe };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = maybe, Product = maybe is null ? "q" : null };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = id.Length > 3 ? id : null, Product = id.Length > 3 ? null : id };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = parameters.Price, Product = parameters.Product };""")]
    [InlineData("""_ = new WidgetCreateParams { Name = Clearable.Clear, Code = 1 };""")]
    [InlineData("""_ = new WidgetCreateParams { Name = Clearable<string>.Cleared, Code = 1 };""")]
    [InlineData("""_ = new WidgetCreateParams { Name = default, Code = 1 };""")]
    [InlineData("""_ = new WidgetCreateParams { Name = parameters.Name, Code = 1 };""")]
    [InlineData("""_ = new WidgetCreateParams { Name = "n", Code = maybeCount };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = "p", PriceData = new() };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = "p", PriceData = new() { UnitAmount = null } };""")]
    [InlineData("""_ = new WidgetCreateParams { Price = "p", PriceData = new() { UnitAmount = maybeCount } };""")]
    [InlineData("""var p = new WidgetCreateParams(); if (id.Length > 3) { p.Price = "p"; } else { p.Product = "q"; }""")]
    [InlineData("""var p = new WidgetCreateParams(); if (id.Length > 3) { p.Price = "p"; } if (id.Length <= 3) { p.Product = "q"; }""")]
    [InlineData("""var p = new WidgetCreateParams(); if (id.Length > 3) { p.Price = "p"; return; } p.Product = "q";""")]
    [InlineData("""var p = new WidgetCreateParams(); switch (id) { case "a": p.Price = "p"; break; default: p.Product = "q"; break; }""")]
    [InlineData("""var p = new WidgetCreateParams(); try { p.Price = "p"; } catch (Exception) { p.Product = "q"; }""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; p.Price = null; p.Product = "q";""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; p.Product = "q"; p.Price = null;""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; if (id.Length > 3) { p.Price = null; p.Product = "q"; }""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; p.Price = maybe; p.Product = "q";""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; (p.Price, p.Product) = (null, "q"); p.Product = "q";""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; p = new(); p.Product = "q";""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; p = parameters; p.Product = "q";""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; Fill(p); p.Product = "q";""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; Action clear = () => p.Price = null; clear(); p.Product = "q";""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; var q = p; q.Price = null; p.Product = "q";""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; var q = new WidgetCreateParams(); q.Product = "q";""")]
    [InlineData("""parameters.Price = "p"; Fill(parameters); parameters.Product = "q";""")]
    [InlineData("""parameters.Product = "q";""")]
    [InlineData("""parameters.Options!.Features = new() { Mode = "m" }; parameters.Options = new() { Features = new() }; parameters.Options.Features.Account = "a";""")]
    [InlineData("""parameters.Items = [new() { Price = "p" }]; parameters.Product = "q"; var other = (Price: "p", Product: "q");""")]
    [InlineData("""again: parameters.Price = "p"; if (id.Length > 3) { goto done; } goto again; done: parameters.Product = "q";""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; p.Product = "q"; p.Price = null; await Widget.CreateAsync(client, p); p.Product = null;""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; p.Product = "q"; if (id.Length > 3) { p.Price = null; await Widget.CreateAsync(client, p); }""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; p.Product = "q"; if (id.Length > 3) { await Widget.CreateAsync(client, new() { Account = "a", Kind = "plain" }); } else { p.Price = null; }""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; await Widget.CreateAsync(client, p); p.Price = null; p.Product = "q"; await Widget.CreateAsync(client, p);""")]
    [InlineData("""var p = new WidgetCreateParams { Price = "p" }; p.Product = "q"; Fill(p); p.Price = null;""")]
    public Task Parameters_of_which_one_may_be_unset_are_not_reported(string statements) => Reports(statements);

    [Fact]
    public Task Values_that_may_be_null_where_nothing_is_annotated_are_not_reported() =>
        RuleTest<ExclusiveParametersAnalyzer>.ReportsAsync(
            """
            #nullable disable
            string price = Environment.CommandLine, product = Environment.NewLine;
            _ = new WidgetCreateParams { Price = price, Product = product };
            _ = new WidgetCreateParams { Price = "p", Product = product };
            _ = new WidgetCreateParams { Price = "p", [|Product|] = "q" };
            """);

    [Fact]
    public Task A_message_names_both() => RuleTest<ExclusiveParametersAnalyzer>.ReportsInMethodAsync(
        """
        await AccountLink.CreateAsync(client, new()
        {
            CollectionOptions = new() { Fields = "currently_due" },
        #pragma warning disable CS0618
            {|#0:Collect|} = "currently_due",
        #pragma warning restore CS0618
        });
        """,
        DiagnosticResult.CompilerWarning("LAT1010").WithLocation(0)
            .WithMessage("Collect cannot be set together with CollectionOptions: Stripe accepts only one of them"));

    [Fact]
    public Task Generated_code_is_left_alone() => RuleTest<ExclusiveParametersAnalyzer>.ReportsAsync(
        """
        // <auto-generated/>
        _ = new WidgetCreateParams { Price = "p", Product = "q" };
        """);

    [Fact]
    public Task Unfinished_code_never_fails() => IncompleteCode.CheckAsync(
        """
        var p = new WidgetCreateParams { Price = "p", Product = $"{1}", PriceData = new() { UnitAmount = 1 }, Name = Clearable.Clear };
        p.Price = "p"; p = new() { Options = new() { Features = new() { Mode = "m" } } };
        if (p is { Price: null }) { p.Options.Features.Account = "a"; p.Product = default; }
        """,
        new ExclusiveParametersAnalyzer());

    [Fact]
    public Task Visual_Basic_is_served() => VisualBasicTest<ExclusiveParametersAnalyzer>.ReportsInMethodAsync(
        """
        Dim p As New WidgetCreateParams With {.Price = "a"}
        Dim q As New WidgetCreateParams With {.Price = "a", .[|Product|] = "b"}
        Dim r As New WidgetCreateParams With {.Price = "a", .Product = Nothing, .PriceData = Nothing}
        [|p.Product|] = "b"
        If p.Price Is Nothing Then
            r = New WidgetCreateParams()
        End If
        r.Product = "b"
        """);

    private static Task Reports(string statements) => RuleTest<ExclusiveParametersAnalyzer>.ReportsAsync(
        $$"""
        await Program2.RunAsync(null!, new(), "", null, 1, null);

        static class Program2
        {
            private static void Fill(WidgetCreateParams p) { }

            public static async Task RunAsync(
                IStripeClient client, WidgetCreateParams parameters, string id, string? maybe, long count, long? maybeCount)
            {
                await Task.CompletedTask;
                {{statements}}
            }
        }
        """);
}

using Lattice.Analyzers.Parameters;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1001.</summary>
public class MissingParameterTests
{
    [Theory]
    [InlineData("await Widget.CreateAsync(client, [|new WidgetCreateParams|] { Account = \"a\" });")]
    [InlineData("await Widget.CreateAsync(client, [|new WidgetCreateParams|]());")]
    [InlineData("await Widget.CreateAsync(client, [|new()|]);")]
    [InlineData("await Widget.CreateAsync(client, [|new()|] { Kind = WidgetCreateKind.Plain });")]
    [InlineData("await Widget.CreateAsync(parameters: [|new()|] { Kind = \"plain\" }, client: client);")]
    [InlineData("await Widget.TryCreateAsync(client, [|new()|] { Account = \"a\", Kind = null });")]
    [InlineData("await Widget.TryCreateAsync(client, [|new()|] { Account = default, Kind = \"plain\" });")]
    [InlineData("await Widget.TryCreateAsync(client, [|new()|] { Account = (string?)null, Kind = default(StripeEnum<WidgetCreateKind>?) });")]
    [InlineData("await Widget.CreateAsync(client, [|new()|] { Account = null!, Kind = \"plain\" });")]
    [InlineData("await Widget.CreateAsync(client, ([|new()|] { Account = \"a\" }));")]
    [InlineData("await Widget.CreateAsync(client, client is null ? [|new WidgetCreateParams|]() : [|new WidgetCreateParams|] { Account = \"a\" });")]
    [InlineData("_ = Task.Run(() => Widget.CreateAsync(client, [|new()|] { Account = \"a\" }));")]
    [InlineData("foreach (string id in new[] { \"a\" }) { await Widget.CreateAsync(client, [|new()|] { Account = id }); }")]
    [InlineData("await Gadget.ActivateAsync(client, \"g\", [|new()|]);")]
    [InlineData("await Widget.CreateAsync(client, [|new()|] { Account = \"a\" }, new StripeRequestOptions { IdempotencyKey = \"k\" });")]
    public Task An_object_in_a_call_is_reported(string statements) => Reports(statements);

    [Theory]
    [InlineData("var p = [|new WidgetCreateParams|] { Account = \"a\" }; await Widget.CreateAsync(client, p);")]
    [InlineData("WidgetCreateParams p = [|new()|]; p.Account = \"a\"; await Widget.CreateAsync(client, p);")]
    [InlineData("WidgetCreateParams p; p = [|new()|] { Account = \"a\" }; await Widget.CreateAsync(client, p);")]
    [InlineData("var p = [|new WidgetCreateParams|](); p.Account = \"a\"; p.Kind = null; await Widget.CreateAsync(client, p);")]
    [InlineData("var p = [|new WidgetCreateParams|] { Account = \"a\" }; await Widget.CreateAsync(client, p); p.Kind = \"plain\";")]
    [InlineData("var p = [|new WidgetCreateParams|]() { Account = \"a\" }; await Widget.CreateAsync(client, p); await Widget.CreateAsync(client, p);")]
    [InlineData("var p = [|new WidgetCreateParams|](); await Widget.CreateAsync(client, p); Console.WriteLine(p);")]
    [InlineData("var p = [|new WidgetCreateParams|](); Console.WriteLine(p.Account + p.ToString()); await Widget.CreateAsync(client, p);")]
    [InlineData("var p = [|new WidgetCreateParams|](); if (p is null || p == null || p is not null) { } await Widget.CreateAsync(client, p!);")]
    [InlineData("var p = [|new WidgetCreateParams|](); p.Metadata = new() { [\"a\"] = \"b\" }; p.Metadata.Add(\"c\", \"d\"); await Widget.CreateAsync(client, p);")]
    [InlineData("while (true) { var p = [|new WidgetCreateParams|] { Account = \"a\" }; await Widget.CreateAsync(client, p); p.Kind = \"plain\"; }")]
    [InlineData("var p = new WidgetCreateParams { Account = \"a\", Kind = \"plain\" }; await Widget.CreateAsync(client, p); p = [|new()|] { Account = \"a\" }; await Widget.CreateAsync(client, p);")]
    [InlineData("WidgetCreateParams p; if (client is null) { p = [|new()|] { Account = \"a\" }; } else { p = [|new()|] { Kind = \"plain\" }; } await Widget.CreateAsync(client!, p);")]
    [InlineData("var p = client is null ? [|new WidgetCreateParams|]() : new WidgetCreateParams { Account = \"a\", Kind = \"plain\" }; await Widget.CreateAsync(client!, p);")]
    [InlineData("try { var p = [|new WidgetCreateParams|](); await Widget.CreateAsync(client, p); } catch (StripeException) { throw; }")]
    [InlineData("Func<Task> send = async () => { var p = [|new WidgetCreateParams|](); await Widget.CreateAsync(client, p); };")]
    [InlineData("async Task SendAsync() { var p = [|new WidgetCreateParams|](); await Widget.CreateAsync(client, p); } await SendAsync();")]
    [InlineData("var p = [|new WidgetCreateParams|](); await foreach (var w in Widget.ListAllAsync(client)) { await Widget.CreateAsync(client, p); }")]
    public Task A_local_is_followed(string statements) => Reports(statements);

    [Theory]
    [InlineData("Options = [|new()|]")]
    [InlineData("Options = [|new WidgetCreateOptions|] { Enabled = null, Features = [|new()|] }")]
    [InlineData("Options = new() { Enabled = true, Features = [|new()|] }")]
    [InlineData("Items = [[|new()|] { Price = \"p\" }, new() { Price = \"p\", Quantity = 1 }, [|new()|]]")]
    [InlineData("Items = [.. Array.Empty<WidgetCreateItem>(), [|new()|]]")]
    [InlineData("Items = new[] { [|new WidgetCreateItem|] { Price = \"p\" } }")]
    [InlineData("Items = new WidgetCreateItem[] { [|new()|] }")]
    [InlineData("Items = new List<WidgetCreateItem> { [|new()|] { Quantity = 1 } }")]
    [InlineData("Items = client is null ? null : [[|new()|]]")]
    [InlineData("Parts = new() { [\"a\"] = [|new()|] { Price = \"p\" }, [\"b\"] = new() { Price = \"p\", Quantity = 1 } }")]
    [InlineData("Parts = new StripeMap<WidgetCreateItem> { { \"a\", [|new()|] } }")]
    [InlineData("Box = [|new WidgetCreateBox|]()")]
    [InlineData("BankAccount = [|new WidgetCreateBankAccountObject|] { Country = null }")]
    public async Task Objects_within_the_parameters_are_reported(string member)
    {
        await Reports($$"""await Widget.CreateAsync(client, new() { Account = "a", Kind = "plain", {{member}} });""");
        await Reports($$"""var p = new WidgetCreateParams { Account = "a", Kind = "plain", {{member}} }; await Widget.CreateAsync(client, p);""");
        await Reports($$"""var p = new WidgetCreateParams { Account = "a", Kind = "plain" }; p.{{member}}; await Widget.CreateAsync(client, p);""");
    }

    [Theory]
    [InlineData("p.Options = [|new()|]; p.Options.Features = new() { Mode = \"a\" };")]
    [InlineData("p.Options = new(); p.Options.Enabled = true; p.Options.Features = [|new()|];")]
    [InlineData("var o = [|new WidgetCreateOptions|](); p.Options = o;")]
    [InlineData("var o = [|new WidgetCreateOptions|](); o.Features = new() { Mode = \"a\" }; p.Options = o; p.Account = \"b\";")]
    [InlineData("var f = [|new WidgetCreateFeatures|](); var o = new WidgetCreateOptions { Enabled = true, Features = f }; p.Options = o;")]
    [InlineData("var items = new List<WidgetCreateItem> { [|new()|] }; p.Items = items;")]
    [InlineData("var items = new List<WidgetCreateItem>(); items.Add([|new()|]); items.Add(new() { Price = \"p\", Quantity = 1 }); p.Items = items;")]
    [InlineData("var item = [|new WidgetCreateItem|](); item.Price = \"p\"; p.Items = [item];")]
    [InlineData("var item = [|new WidgetCreateItem|](); var items = new List<WidgetCreateItem>(); items.Add(item); p.Items = items;")]
    [InlineData("WidgetCreateItem[] items = [[|new()|]]; p.Items = items;")]
    [InlineData("p.Parts = new(); p.Parts[\"a\"] = [|new()|];")]
    public Task Nested_locals_are_followed(string statements) => Reports(
        $$"""var p = new WidgetCreateParams { Account = "a", Kind = "plain" }; {{statements}} await Widget.CreateAsync(client, p);""");

    [Theory]
    [InlineData("await Widget.CreateAsync(client, new() { Account = \"a\", Kind = \"plain\" });")]
    [InlineData("await Widget.CreateAsync(client, new() { Account = \"\", Kind = new StripeEnum<WidgetCreateKind>(\"x\") });")]
    [InlineData("await Widget.CreateAsync(client, new() { Account = client.ToString(), Kind = client is null ? null : \"plain\" });")]
    [InlineData("string? id = null; StripeEnum<WidgetCreateKind>? kind = null; await Widget.CreateAsync(client, new() { Account = id, Kind = kind });")]
    [InlineData("var p = new WidgetCreateParams(); p.Account = \"a\"; p.Kind = \"plain\"; await Widget.CreateAsync(client, p);")]
    [InlineData("var p = new WidgetCreateParams(); p.Account ??= \"a\"; p.Kind ??= \"plain\"; await Widget.CreateAsync(client, p);")]
    [InlineData("var p = new WidgetCreateParams(); (p.Account, p.Kind) = (\"a\", \"plain\"); await Widget.CreateAsync(client, p);")]
    [InlineData("var p = new WidgetCreateParams { Account = \"a\" }; if (client is null) { p.Kind = \"plain\"; } await Widget.CreateAsync(client!, p);")]
    [InlineData("var p = new WidgetCreateParams { Account = \"a\" }; switch (client) { case null: p.Kind = \"plain\"; break; } await Widget.CreateAsync(client!, p);")]
    [InlineData("var p = new WidgetCreateParams { Account = \"a\" }; foreach (var kind in new[] { \"plain\" }) { p.Kind = kind; await Widget.CreateAsync(client, p); }")]
    [InlineData("var p = new WidgetCreateParams { Account = \"a\" }; for (int i = 0; i < 2; i++) { if (i > 0) { await Widget.CreateAsync(client, p); } p.Kind = \"plain\"; }")]
    [InlineData("var p = new WidgetCreateParams { Account = \"a\" }; again: if (p.Kind is not null) { await Widget.CreateAsync(client, p); return; } p.Kind = \"plain\"; goto again;")]
    [InlineData("var p = new WidgetCreateParams(); p = new() { Account = \"a\", Kind = \"plain\" }; await Widget.CreateAsync(client, p);")]
    [InlineData("WidgetCreateParams p; if (client is null) { p = new(); Console.WriteLine(p); return; } else { p = new() { Account = \"a\", Kind = \"plain\" }; } await Widget.CreateAsync(client, p);")]
    [InlineData("var p = new WidgetCreateParams { Account = \"a\", Kind = \"plain\" }; if (client is null) { p = new(); } else { await Widget.CreateAsync(client, p); }")]
    [InlineData("var p = new WidgetCreateParams(); Console.WriteLine(p);")]
    [InlineData("_ = new WidgetCreateParams(); new WidgetCreateParams();")]
    public Task Complete_objects_and_those_that_are_not_sent_are_not_reported(string statements) => Reports(statements);

    [Theory]
    [InlineData("await Gadget.[|ActivateAsync|](client, \"g\");")]
    [InlineData("await Gadget.[|ActivateAsync|](client, gadget: \"g\", options: new() { MaxRetries = 1 });")]
    [InlineData("await Gadget.ActivateAsync(client, \"g\", [|null|]);")]
    [InlineData("await Gadget.ActivateAsync(client, \"g\", [|default|], cancellationToken: default);")]
    [InlineData("await Gadget.ActivateAsync(client, \"g\", [|default(GadgetActivateParams)|]);")]
    [InlineData("await Widget.CreateAsync(client, [|null|]!);")]
    public Task A_call_without_parameters_is_reported(string statements) => Reports(statements);

    [Theory]
    [InlineData("await foreach (var w in Widget.ListAllAsync(client)) { }")]
    [InlineData("await foreach (var w in Widget.ListAllAsync(client, null)) { }")]
    [InlineData("await foreach (var w in Widget.ListAllAsync(client, new())) { }")]
    [InlineData("GadgetActivateParams? p = null; await Gadget.ActivateAsync(client, \"g\", p);")]
    [InlineData("await Gadget.ActivateAsync(client, \"g\", client is null ? null : new() { Reason = \"r\" });")]
    [InlineData("await Gadget.ActivateAsync(client, \"g\", null, new() { ExtraParameters = new Dictionary<string, string> { [\"reason\"] = \"r\" } });")]
    public Task A_call_that_may_have_parameters_is_not_reported(string statements) => Reports(statements);

    private static Task Reports(string statements) => RuleTest<MissingParameterAnalyzer>.ReportsInMethodAsync(statements);
}

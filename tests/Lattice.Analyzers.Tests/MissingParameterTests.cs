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
    [InlineData("Fill(p);")]
    [InlineData("Fill(other: 1, p: p);")]
    [InlineData("p = Fill(p);")]
    [InlineData("Replace(ref p);")]
    [InlineData("Create(out p);")]
    [InlineData("var q = p; q.Account = \"a\"; q.Kind = \"plain\";")]
    [InlineData("WidgetCreateParams q; q = p; Fill(q);")]
    [InlineData("object o = p; Fill(p);")]
    [InlineData("_field = p;")]
    [InlineData("Property = p;")]
    [InlineData("new Holder { Params = p }.Fill();")]
    [InlineData("new List<WidgetCreateParams> { p }.ForEach(x => Fill(x));")]
    [InlineData("foreach (var x in new[] { p }) { Fill(x); }")]
    [InlineData("WidgetCreateParams[] all = [p]; Fill(all[0]);")]
    [InlineData("var pair = (p, 1); Fill(pair.p);")]
    [InlineData("var (x, y) = (p, 1); Fill(x);")]
    [InlineData("Action fill = () => p.Kind = \"plain\"; fill();")]
    [InlineData("void Set() => p.Kind = \"plain\"; Set();")]
    [InlineData("new[] { 1 }.ToList().ForEach(delegate { p.Kind = \"plain\"; });")]
    [InlineData("if (p is { } q) { q.Kind = \"plain\"; q.Account = \"a\"; }")]
    [InlineData("if (p is var q) { Fill(q); }")]
    [InlineData("_ = p switch { { } q => Fill(q) };")]
    [InlineData("p.Configure();")]
    [InlineData("p?.Configure();")]
    [InlineData("_ = p.Configure().Account;")]
    [InlineData("await Task.FromResult(p).ContinueWith(t => Fill(t.Result));")]
    [InlineData("using (new Holder { Params = p }) { }")]
    [InlineData("dynamic d = p; d.Kind = \"plain\";")]
    [InlineData("p = _field!;")]
    [InlineData("p = client is null ? p : _field!;")]
    [InlineData("p = new Holder().Params;")]
    [InlineData("if (client is null) { p = _field!; }")]
    [InlineData("(p, _) = (_field!, 1);")]
    [InlineData("foreach (var x in new[] { \"Kind\" }) { typeof(WidgetCreateParams).GetProperty(x)!.SetValue(p, null); }")]
    public async Task An_object_that_other_code_gets_is_not_reported(string statements)
    {
        await ReportsInClass($$"""var p = new WidgetCreateParams(); {{statements}} await Widget.CreateAsync(client!, p!);""");
        await ReportsInClass($$"""
            for (int i = 0; i < 2; i++) { var p = new WidgetCreateParams(); {{statements}} await Widget.CreateAsync(client!, p!); }
            """);
    }

    [Theory]
    [InlineData("await Widget.CreateAsync(client, parameters);")]
    [InlineData("parameters.Kind = null; await Widget.CreateAsync(client, parameters);")]
    [InlineData("await Widget.CreateAsync(client, Fill(new WidgetCreateParams()));")]
    [InlineData("await Widget.CreateAsync(client, new WidgetCreateParams().Configure());")]
    [InlineData("await Widget.CreateAsync(client, _field!);")]
    [InlineData("await Widget.CreateAsync(client, Property = new());")]
    [InlineData("var p = parameters; await Widget.CreateAsync(client, p);")]
    [InlineData("var p = parameters; p ??= new(); await Widget.CreateAsync(client, p);")]
    [InlineData("var p = Fill(new(), 1); await Widget.CreateAsync(client, p);")]
    [InlineData("_field = new(); await Widget.CreateAsync(client, _field);")]
    [InlineData("Property = new(); await Widget.CreateAsync(client, Property);")]
    [InlineData("Fill(new WidgetCreateParams());")]
    [InlineData("await CreateWidgetAsync(client, new());")]
    [InlineData("await new[] { 1 }.Select(x => new WidgetCreateParams()).Select(p => Widget.CreateAsync(client, p)).First();")]
    [InlineData("Func<WidgetCreateParams> create = () => new(); await Widget.CreateAsync(client, create());")]
    [InlineData("var p = new Lazy<WidgetCreateParams>(() => new()); await Widget.CreateAsync(client, p.Value);")]
    [InlineData("void Send() { var p = new WidgetCreateParams(); ref var r = ref p; r = parameters; _ = Widget.CreateAsync(client, p); } Send();")]
    [InlineData("Action<WidgetCreateParams> fill = p => p.Kind = \"plain\"; fill(new());")]
    public Task An_object_from_elsewhere_is_not_reported(string statements) => ReportsInClass(statements);

    [Theory]
    [InlineData("p.Options = new(); Fill(p.Options);")]
    [InlineData("p.Options = new(); var o = p.Options; o.Enabled = true;")]
    [InlineData("p.Options = new(); p.Options.Enabled = true; p.Options = new() { Enabled = true };")]
    [InlineData("p.Options = new(); p.Options = new() { Enabled = true };")]
    [InlineData("p.Options = new(); Fill(p);")]
    [InlineData("Fill(p); p.Options = new();")]
    [InlineData("var o = new WidgetCreateOptions(); p.Options = o; o.Enabled = true;")]
    [InlineData("var o = new WidgetCreateOptions(); p.Options = o; p.Options.Enabled = true;")]
    [InlineData("var o = new WidgetCreateOptions(); Fill(o); p.Options = o;")]
    [InlineData("p.Items = [new()]; p.Items[0].Price = \"p\";")]
    [InlineData("p.Items = [new()]; foreach (var item in p.Items) { item.Price = \"p\"; }")]
    [InlineData("p.Items = [new()]; p.Items.First().Price = \"p\";")]
    [InlineData("p.Parts = new() { [\"a\"] = new() }; p.Parts[\"a\"].Price = \"p\";")]
    [InlineData("p.Parts = new() { [\"a\"] = new() }; p.Parts.Values.ToList().ForEach(Fill);")]
    [InlineData("var items = new List<WidgetCreateItem> { new() }; items.ForEach(Fill); p.Items = items;")]
    [InlineData("var items = new List<WidgetCreateItem> { new() }; p.Items = items; items[0].Price = \"p\";")]
    [InlineData("var items = new List<WidgetCreateItem> { new() }; items.Clear(); p.Items = items;")]
    [InlineData("p.Items = new List<WidgetCreateItem> { new() }.Select(x => { x.Price = \"p\"; return x; }).ToList();")]
    [InlineData("p.Parts = new() { [\"a\"] = new() }; if (p.Parts.TryGetValue(\"a\", out var part)) { part.Price = \"p\"; }")]
    [InlineData("p.Options = p.Options; p.Options = new(); p.Options.Features = null; p.Options.Enabled = false;")]
    [InlineData("WidgetCreateItem item = new(); void Set() => item.Price = \"p\"; Set(); p.Items = [item];")]
    public Task Nested_objects_that_other_code_gets_are_not_reported(string statements) => ReportsInClass(
        $$"""var p = new WidgetCreateParams { Account = "a", Kind = "plain" }; {{statements}} await Widget.CreateAsync(client, p);""");

    [Theory]
    [InlineData("new StripeRequestOptions { ExtraParameters = new Dictionary<string, string> { [\"kind\"] = \"plain\" } }", "")]
    [InlineData("new() { ExtraParameters = new Dictionary<string, string> { { \"kind\", \"plain\" } } }", "")]
    [InlineData("new() { ExtraParameters = new Dictionary<string, string> { [\"name\"] = \"plain\" } }", "Kind")]
    [InlineData("new() { ExtraParameters = null }", "Kind")]
    [InlineData("new() { ExtraParameters = extra }", "")]
    [InlineData("new() { ExtraParameters = new Dictionary<string, string>(extra) }", "")]
    [InlineData("new() { ExtraParameters = new Dictionary<string, string> { [name] = \"plain\" } }", "")]
    [InlineData("new(new StripeRequestOptions { ExtraParameters = extra }) { MaxRetries = 1 }", "")]
    [InlineData("new(options) { MaxRetries = 1 }", "Kind")]
    [InlineData("options", "Kind")]
    [InlineData("null", "Kind")]
    [InlineData("default", "Kind")]
    [InlineData("local", "")]
    [InlineData("plain", "Kind")]
    [InlineData("MakeOptions()", "")]
    [InlineData("s_options", "")]
    public Task A_parameter_among_the_extra_ones_is_not_missing(string options, string missing) => ReportsInClass(
        $$"""
        var local = new StripeRequestOptions { ExtraParameters = extra };
        var plain = new StripeRequestOptions { MaxRetries = 1 };
        await Widget.CreateAsync(client, {{(missing.Length > 0 ? "[|new()|]" : "new()")}} { Account = "a" }, {{options}});
        """);

    private static Task ReportsInClass(string statements) => RuleTest<MissingParameterAnalyzer>.ReportsAsync(
        $$"""
        await Task.CompletedTask;

        class Holder : IDisposable
        {
            private static readonly StripeRequestOptions s_options = new();
            private WidgetCreateParams? _field;
            public WidgetCreateParams Params { get; set; } = new();
            private WidgetCreateParams Property { get; set; } = new();
            public void Dispose() { }
            public void Fill() { }
            private static WidgetCreateParams Fill(WidgetCreateParams p, int other = 0) => p;
            private static void Fill(WidgetCreateOptions p) { }
            private static void Fill(WidgetCreateItem p) { }
            private static void Replace(ref WidgetCreateParams p) => p = new();
            private static void Create(out WidgetCreateParams p) => p = new();
            private static StripeRequestOptions MakeOptions() => new();
            private static Task<Widget> CreateWidgetAsync(IStripeClient client, WidgetCreateParams p) => Widget.CreateAsync(client, p);

            public async Task RunAsync(
                IStripeClient client,
                WidgetCreateParams parameters,
                StripeRequestOptions? options,
                Dictionary<string, string> extra,
                string name)
            {
                {{statements}}
            }
        }

        static class Extensions
        {
            public static WidgetCreateParams Configure(this WidgetCreateParams p) => p;
        }
        """);

    private static Task Reports(string statements) => RuleTest<MissingParameterAnalyzer>.ReportsInMethodAsync(statements);
}

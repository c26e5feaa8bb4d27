using Lattice.Analyzers.Parameters;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>What LAT1001 does not report, because other code may set what is missing.</summary>
public class MissingParameterSilenceTests
{
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
}

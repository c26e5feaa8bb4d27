using Lattice.Analyzers.CodeFixes;
using Lattice.Analyzers.Parameters;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>The fix of LAT1001.</summary>
public class MissingParameterFixTests
{
    [Theory]
    [InlineData(
        "await Widget.CreateAsync(client, [|new()|] { Kind = \"plain\" });",
        "await Widget.CreateAsync(client, new() { Kind = \"plain\", Account = \"<account>\" });")]
    [InlineData(
        "await Widget.CreateAsync(client, [|new WidgetCreateParams|] { Account = \"a\", });",
        "await Widget.CreateAsync(client, new WidgetCreateParams { Account = \"a\", Kind = WidgetCreateKind.Plain, });")]
    [InlineData(
        "await Widget.CreateAsync(client, [|new()|] { Account = \"a\" /* mine */ });",
        "await Widget.CreateAsync(client, new() { Account = \"a\" /* mine */, Kind = WidgetCreateKind.Plain });")]
    [InlineData(
        "await Widget.CreateAsync(client, [|new()|] { Account = null, Kind = \"plain\" });",
        "await Widget.CreateAsync(client, new() { Account = \"<account>\", Kind = \"plain\" });")]
    [InlineData(
        "await Widget.CreateAsync(client, [|new()|] { Account = default /* later */ });",
        "await Widget.CreateAsync(client, new() { Account = \"<account>\" /* later */, Kind = WidgetCreateKind.Plain });")]
    [InlineData(
        "var p = [|new WidgetCreateParams|](); p.Kind = \"plain\"; await Widget.CreateAsync(client, p);",
        "var p = new WidgetCreateParams { Account = \"<account>\" }; p.Kind = \"plain\"; await Widget.CreateAsync(client, p);")]
    [InlineData(
        "var p = [|new WidgetCreateParams|]() { }; p.Kind = \"plain\"; await Widget.CreateAsync(client, p);",
        "var p = new WidgetCreateParams { Account = \"<account>\" }; p.Kind = \"plain\"; await Widget.CreateAsync(client, p);")]
    [InlineData(
        "WidgetCreateParams p = [|new()|] { /* nothing yet */ }; p.Kind = \"plain\"; await Widget.CreateAsync(client, p);",
        "WidgetCreateParams p = new() { /* nothing yet */ Account = \"<account>\" }; p.Kind = \"plain\"; await Widget.CreateAsync(client, p);")]
    [InlineData("await Gadget.[|ActivateAsync|](client, \"g\");", "await Gadget.ActivateAsync(client, \"g\", new() { Reason = \"<reason>\" });")]
    [InlineData("await Gadget.ActivateAsync(client, \"g\", [|null|]);", "await Gadget.ActivateAsync(client, \"g\", new() { Reason = \"<reason>\" });")]
    [InlineData(
        "await Gadget.ActivateAsync(client, \"g\", [|default|] /* none */, null);",
        "await Gadget.ActivateAsync(client, \"g\", new() { Reason = \"<reason>\" } /* none */, null);")]
    [InlineData(
        "await Gadget.[|ActivateAsync|](client, \"g\", options: new() { MaxRetries = 1 });",
        "await Gadget.ActivateAsync(client, \"g\", new() { Reason = \"<reason>\" }, options: new() { MaxRetries = 1 });")]
    [InlineData(
        "await Gadget.[|ActivateAsync|](gadget: \"g\", client: client);",
        "await Gadget.ActivateAsync(gadget: \"g\", client: client, parameters: new() { Reason = \"<reason>\" });")]
    public Task A_missing_parameter_is_added(string statements, string @fixed) => Fixes(statements, @fixed);

    [Fact]
    public Task The_layout_stays_as_it_is() => Fixes(
        """
        await Widget.CreateAsync(client, [|new WidgetCreateParams|]());
        var p = [|new WidgetCreateParams|](); // All of it.
        p.Name = "n";
        await Widget.CreateAsync(client, p);
        await Widget.CreateAsync(client, [|new()|]
        {
            Customer = "cus_1", // The first.
            Kind     = "plain"  // No comma.

            // Nothing else.
        });
        await Widget.CreateAsync(client, [|new()|]
        {
            // Who?
            Customer = "cus_1",
        }, cancellationToken: default);
        await Widget.CreateAsync(client, [|new()|] { Customer = "cus_1",
                                                     Name = "n" });
        await Widget.CreateAsync(client, [|new()|]
        {
        #if DEBUG
            Customer = "cus_1",
        #endif
        });
        """,
        """
        await Widget.CreateAsync(client, new WidgetCreateParams
        {
            Account = "<account>",
            Kind = WidgetCreateKind.Plain,
        });
        var p = new WidgetCreateParams
        {
            Account = "<account>",
            Kind = WidgetCreateKind.Plain,
        }; // All of it.
        p.Name = "n";
        await Widget.CreateAsync(client, p);
        await Widget.CreateAsync(client, new()
        {
            Customer = "cus_1", // The first.
            Kind     = "plain",  // No comma.
            Account  = "<account>"

            // Nothing else.
        });
        await Widget.CreateAsync(client, new()
        {
            // Who?
            Customer = "cus_1",
            Account = "<account>",
            Kind = WidgetCreateKind.Plain,
        }, cancellationToken: default);
        await Widget.CreateAsync(client, new() { Customer = "cus_1",
                                                     Name = "n", Account = "<account>", Kind = WidgetCreateKind.Plain });
        await Widget.CreateAsync(client, new()
        {
            Account = "<account>",
            Kind = WidgetCreateKind.Plain,
        #if DEBUG
            Customer = "cus_1",
        #endif
        });
        """);

    [Fact]
    public Task Objects_within_objects_are_fixed_together() => Fixes(
        """
        await Widget.CreateAsync(client, [|new()|]
        {
            Options = [|new()|] { Features = [|new()|] },
            Items = [[|new()|] { Price = "p" }, [|new()|]],
            Box = [|new WidgetCreateBox|](),
            Parts = new() { ["a"] = [|new()|] }
        });
        """,
        """
        await Widget.CreateAsync(client, new()
        {
            Options = new() { Features = new() { Mode = WidgetCreateCollectionOptionsFields.CurrentlyDue }, Enabled = false },
            Items = [new() { Price = "p", Quantity = 0 }, new()
            {
                Price = "<price>",
                Quantity = 0,
            }],
            Box = new WidgetCreateBox { Height = 0 },
            Parts = new() { ["a"] = new()
            {
                Price = "<price>",
                Quantity = 0,
            } },
            Account = "<account>",
            Kind = WidgetCreateKind.Plain
        });
        """);

    [Fact]
    public Task Every_kind_of_parameter_has_a_placeholder() => Fixes(
        """
        await Gadget.CreateAsync(client, [|new()|]);
        """,
        """
        await Gadget.CreateAsync(client, new()
        {
            Amount = 0,
            At = DateTimeOffset.UtcNow,
            BankAccount = "<bank_account>",
            Box = new WidgetCreateBox { Height = 0 },
            Boxes = new() { ["<key>"] = new() { Height = 0 } },
            Cleared = "<cleared>",
            Color = WidgetCreateKind.Plain,
            Count = 0,
            Data = "<data>",
            File = new(System.IO.Stream.Null, "<file>"),
            Grid = [[0]],
            Items = [new() { Price = "<price>", Quantity = 0 }],
            Kinds = [WidgetCreateKind.Plain],
            Live = false,
            Metadata = new() { ["<key>"] = "<metadata>" },
            Mode = GadgetCreateMode.Fast,
            Name = "<name>",
            Options = new() { Enabled = false },
            Password = "<password>",
            Rate = 0,
            Schedule = DateTimeOffset.UtcNow,
            Secret = "<secret>",
            Tags = ["<tags>"],
            Unions = [new WidgetCreateBox { Height = 0 }],
            Variant = WidgetCreateKind.Plain,
        });
        """);

    private static Task Fixes(string statements, string @fixed) =>
        RuleTest<MissingParameterAnalyzer>.FixesInMethodAsync<MissingParameterFix>(statements, @fixed);
}

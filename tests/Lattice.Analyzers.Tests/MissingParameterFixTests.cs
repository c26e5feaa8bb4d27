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
    [InlineData("await Widget.CreateAsync(client, [|null|]!);", "await Widget.CreateAsync(client, new()\n{\n    Account = \"<account>\",\n    Kind = WidgetCreateKind.Plain,\n});")]
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
    public Task Line_ends_and_tabs_stay_as_they_are() => RuleTest<MissingParameterAnalyzer>.FixesAsync<MissingParameterFix>(
        "\tawait Widget.CreateAsync(null!, [|new()|]);\r\n\tawait Widget.CreateAsync(null!, [|new()|]\r\n\t{\r\n\t\tName = \"n\",\r\n\t});\r\n",
        "\tawait Widget.CreateAsync(null!, new()\r\n\t{\r\n\t\tAccount = \"<account>\",\r\n\t\tKind = WidgetCreateKind.Plain,\r\n\t});\r\n"
            + "\tawait Widget.CreateAsync(null!, new()\r\n\t{\r\n\t\tName = \"n\",\r\n\t\tAccount = \"<account>\",\r\n"
            + "\t\tKind = WidgetCreateKind.Plain,\r\n\t});\r\n");

    [Fact]
    public Task Names_are_as_short_as_the_file_allows() => RuleTest<MissingParameterAnalyzer>.FixesAsync<MissingParameterFix>(
        """
        using Stripe = Lattice.Stripe.V2.Core;

        await Stripe.AccountLink.CreateAsync(null!, [|new()|] { Account = "a" });
        await Lattice.Stripe.BillingPortal.Session.CreateAsync(
            null!, new() { FlowData = new() { Type = "t", AfterCompletion = [|new()|] } });
        """,
        """
        using Stripe = Lattice.Stripe.V2.Core;

        await Stripe.AccountLink.CreateAsync(null!, new() { Account = "a", UseCase = new() { Type = ONBOARDING } });
        await Lattice.Stripe.BillingPortal.Session.CreateAsync(
            null!, new() { FlowData = new() { Type = "t", AfterCompletion = new() { Type = HOSTED } } });
        """
            .Replace("ONBOARDING", "Stripe.AccountLinkCreateUseCaseType.AccountOnboarding", StringComparison.Ordinal)
            .Replace(
                "HOSTED",
                "Lattice.Stripe.BillingPortal.SessionCreateFlowDataAfterCompletionType.HostedConfirmation",
                StringComparison.Ordinal));

    [Fact]
    public Task Lists_are_arrays_before_CSharp_12() => RuleTest<MissingParameterAnalyzer>.FixesAsync<MissingParameterFix>(
        """
        await Gadget.CreateAsync(null!, [|new()|]
        {
            Amount = 0, At = default(DateTimeOffset), BankAccount = "b", Box = Clearable.Clear, Boxes = new(), Cleared = "c", Color = "c",
            Count = 0, Data = "d", Live = true, Metadata = new(), Mode = GadgetCreateMode.Fast, Name = "n", Options = new() { Enabled = true },
            Password = "p", Rate = 0, Schedule = DateTimeOffset.UtcNow, Secret = "s", Variant = "v",
            File = new(System.IO.Stream.Null, "f"),
        });
        """,
        """
        await Gadget.CreateAsync(null!, new()
        {
            Amount = 0, At = default(DateTimeOffset), BankAccount = "b", Box = Clearable.Clear, Boxes = new(), Cleared = "c", Color = "c",
            Count = 0, Data = "d", Live = true, Metadata = new(), Mode = GadgetCreateMode.Fast, Name = "n", Options = new() { Enabled = true },
            Password = "p", Rate = 0, Schedule = DateTimeOffset.UtcNow, Secret = "s", Variant = "v",
            File = new(System.IO.Stream.Null, "f"),
            Grid = new IReadOnlyList<long>[] { new long[] { 0 } },
            Items = new WidgetCreateItem[] { new() { Price = "<price>", Quantity = 0 } },
            Kinds = new StripeEnum<WidgetCreateKind>[] { WidgetCreateKind.Plain },
            Tags = new string[] { "<tags>" },
            Unions = new GadgetCreateDetails[] { new WidgetCreateBox { Height = 0 } },
        });
        """,
        Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11);

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

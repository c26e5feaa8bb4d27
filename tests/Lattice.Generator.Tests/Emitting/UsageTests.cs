using Lattice.Generator.Tests.Support;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>The most readable code of a consumer compiles.</summary>
public class UsageTests
{
    [Theory]
    [InlineData("clearable", """
        new WidgetCreateParams
        {
            Description = Clearable.Clear, Count = 3, Price = 1.5m, Live = true, EndsAt = DateTimeOffset.UnixEpoch,
            Box = new WidgetCreateBox { Height = 1 }, Empty = Clearable.Clear,
            Tags = [], Files = ["", "file_1"], Metadata = new() { ["k"] = "v", ["gone"] = null },
        }
        """)]
    [InlineData("clearable", """new WidgetCreateParams { Description = "text", Metadata = Clearable.Clear }""")]
    [InlineData("unions-in-parameters", """
        new WidgetCreateParams
        {
            TrialEnd = WidgetCreateTrialEnd.Now, UpTo = 10, OffSession = true, BankAccount = "btok_1", ExpiresAt = Clearable.Clear,
        }
        """)]
    [InlineData("unions-in-parameters", """
        new WidgetCreateParams
        {
            TrialEnd = DateTimeOffset.UnixEpoch, UpTo = WidgetCreateUpTo.Inf, OffSession = WidgetCreateOffSession.OneOff,
            BankAccount = new WidgetCreateBankAccountObject { Country = "CH" }, ExpiresAt = DateTimeOffset.UnixEpoch,
        }
        """)]
    [InlineData("unions-in-parameters", """
        new WidgetCreateParams
        {
            TrialEnd = (DateTimeOffset?)null, UpTo = DateTime.Now.Year > 2000 ? null : 10, OffSession = (bool?)null,
            BankAccount = DateTime.Now.Year > 2000 ? null : "btok_1",
        }
        """)]
    [InlineData("expandable", """new Widget { Customer = "cus_1" }.Customer.Id""")]
    [InlineData(
        "merged-objects-in-parameters",
        """new WidgetCreateParams { Card = new() { Token = "tok_1" }, Mandate = Clearable.Clear }""")]
    [InlineData("maps-to-objects", """new WidgetCreateParams { CurrencyOptions = new() { ["chf"] = new() { Amount = 1 } } }""")]
    [InlineData("enums", """new WidgetCreateParams { Kind = WidgetCreateKind.EtcGmtMinus1 }""")]
    [InlineData("enums", """new WidgetCreateParams { Kind = "not known yet" }""")]
    [InlineData("enums", """new WidgetCreateParams { Kind = DateTime.Now.Year > 2000 ? null : WidgetCreateKind.Star }""")]
    [InlineData(
        "files",
        """new WidgetCreateParams { File = new StripeFileUpload(Stream.Null, "logo.png", "image/png"), Purpose = WidgetCreatePurpose.Logo }""")]
    [InlineData("expandable", """new Widget { Owner = new("own_1") }.Owner.Id""")]
    [InlineData("expandable", """new Widget { Customer = new("cus_1") }.Customer.Value?.DeletedCustomer?.Id""")]
    [InlineData("response-unions", """new Source { Card = new() { Last4 = "4242" } }.Card?.Last4""")]
    [InlineData("pages", """new Widget().Parts.Data[0].Id""")]
    [InlineData(
        "json-bodies",
        """new Lattice.Stripe.V2.Core.WidgetCreateParams { Count = 1L << 40, At = DateTimeOffset.UtcNow, Payload = new() { ["a"] = "b" } }""")]
    public void Code_of_a_consumer_compiles_without_a_warning(string shape, string expression) => Assert.Empty(
        new GeneratorHarness(ShapeFolders.ReadSlice(shape)).Compile($$"""
            using System;
            using System.IO;
            using Lattice.Stripe;

            class Usage
            {
                object? Value => {{expression}};
            }
            """));
}

using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Editing;

/// <summary>Errors that Microsoft.OpenApi finds in a slice and the generator does not report.</summary>
public class SliceValidationTests
{
    private const string Heading = "The slice can be generated, but Microsoft.OpenApi reports:";

    [Theory]
    [InlineData("add", "widgets")]
    [InlineData("slice")]
    public async Task A_finding_is_a_warning(params string[] command)
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec => spec["info"]!.AsObject().Remove("title")));

        Response response = await folder.RunAsync(command);

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains(Heading, response.Output, StringComparison.Ordinal);
        Assert.Contains("/info", response.Output, StringComparison.Ordinal);
        Assert.Contains("title", response.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_that_the_generator_reports_is_not_repeated()
    {
        using var folder = new SliceFolder(
            spec: SmallSpec.Edit(spec => spec["components"]!["schemas"]!["widget"]!["properties"]!["id"]!["maxLength"] = "long"));

        Response response = await folder.RunAsync("add", "widgets");

        Assert.Equal(0, response.Code);
        Assert.Contains("The build will fail with LAT0002: ", response.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Heading, response.Output, StringComparison.Ordinal);
    }

    [Specs.Fact]
    public async Task Stripes_own_document_has_no_findings()
    {
        using var folder = new SliceFolder();
        await folder.RunBareAsync("add", "PaymentIntent", "--spec", Specs.Full);

        Response response = await folder.RunBareAsync("add", "POST /v1/subscriptions", "--spec", Specs.Full);

        Assert.Equal(0, response.Code);
        Assert.DoesNotContain(Heading, response.Output, StringComparison.Ordinal);
    }
}

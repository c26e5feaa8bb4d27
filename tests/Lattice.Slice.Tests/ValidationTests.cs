using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests;

/// <summary>What Microsoft.OpenApi finds in a slice of which the generator reports nothing.</summary>
public class ValidationTests
{
    private const string Heading = "The slice can be generated, but Microsoft.OpenApi finds in it:";

    [Theory]
    [InlineData("add", "widgets")]
    [InlineData("slice")]
    public async Task It_is_a_warning(params string[] command)
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec => spec["info"]!.AsObject().Remove("title")));

        Response response = await folder.RunAsync(command);

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Contains(Heading, response.Output, StringComparison.Ordinal);
        Assert.Contains("/info", response.Output, StringComparison.Ordinal);
        Assert.Contains("title", response.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_generator_reports_is_said_once()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec => spec["components"]!["schemas"]!["widget"]!["properties"]!["id"]!["maxLength"] = "long"));

        Response response = await folder.RunAsync("add", "widgets");

        Assert.Equal(0, response.Code);
        Assert.Contains("The build will fail with LAT0002: ", response.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Heading, response.Output, StringComparison.Ordinal);
    }

    [Specs.Fact]
    public async Task Of_stripes_own_document_there_is_nothing_to_say()
    {
        using var folder = new SliceFolder();
        await folder.RunBareAsync("add", "PaymentIntent", "--spec", Specs.Full);

        Response response = await folder.RunBareAsync("add", "POST /v1/subscriptions", "--spec", Specs.Full);

        Assert.Equal(0, response.Code);
        Assert.DoesNotContain(Heading, response.Output, StringComparison.Ordinal);
    }
}

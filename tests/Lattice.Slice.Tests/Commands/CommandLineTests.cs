using Lattice.Slice.Commands;
using Lattice.Slice.Output;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary>Command lines that say something else than they mean.</summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("--bogus")]
    [InlineData("bogus")]
    [InlineData("add")]
    public async Task A_wrong_command_line_exits_with_3(string argument)
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync(argument);

        Assert.Equal(3, response.Code);
        Assert.NotEmpty(response.Error);
    }

    [Theory]
    [InlineData("serve --seed abc", "--seed abc: the seed must be an integer from -2147483648 to 2147483647.")]
    [InlineData("serve --port abc", "--port abc: the port must be a number from 0 to 65535.")]
    [InlineData("serve --port 1 --port 2", "Option '--port' expects a single argument but 2 were provided.")]
    [InlineData("serve --slice https://example.com/spec3.json", "--slice https://example.com/spec3.json: it must be the path of a file, not a URL.")]
    [InlineData("slice --slice file:///slice.json", "--slice file:///slice.json: it must be the path of a file, not a URL.")]
    [InlineData("check --format xml", "--format xml: it must be one of text, json, markdown.")]
    [InlineData("list --format xml", "--format xml: it must be one of text, json.")]
    [InlineData("add coupon --as x", "--as x: it must be one of create, retrieve, list, search, update, delete, action.")]
    [InlineData("secret coupon.name --not --remove", "--not and --remove cannot be combined: --remove leaves it to the rules.")]
    [InlineData("chek", "lattice has no command \"chek\". Did you mean \"check\"")]
    [InlineData("add coupon --spek x", "add has no option \"--spek\". Did you mean \"--spec\"")]
    [InlineData("rename GET /v1/coupons Fetch", "rename has no argument \"Fetch\".")]
    public async Task A_wrong_command_line_is_an_error_that_says_what_is_wrong(string line, string message)
    {
        Response response = await SliceFolder.RunToolAsync(line.Split(' '));

        Assert.Equal((3, ""), (response.Code, response.Output));
        string[] lines = response.Error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith($"lattice: {message}", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(" --help`.", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("System.", response.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", response.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slice", "--slice")]
    [InlineData("slice", "--spec")]
    [InlineData("init", "--slice")]
    [InlineData("serve", "--slice")]
    [InlineData("check", "--output")]
    public async Task An_empty_option_is_an_error(string command, string option)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        int code = await LatticeCommand.RunAsync([command, option, ""], new PlainReport(output, new ErrorOutput(error)), output, error);

        Assert.Equal(3, code);
        Assert.Contains($"{option} is empty; pass ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_and_its_path_need_no_quotes()
    {
        using var folder = new SliceFolder();

        Response added = await folder.RunAsync("add", "post", "/v1/widgets", "gadgets");
        Response removed = await folder.RunAsync("remove", "POST", "/v1/widgets");

        Assert.Equal([(0, ""), (0, "")], new[] { added, removed }.Select(response => (response.Code, response.Error)));
        Assert.Contains("Removed POST /v1/widgets from ", removed.Output, StringComparison.Ordinal);
        Assert.Contains("\"POST /v1/gadgets\"", folder.Configuration, StringComparison.Ordinal);
    }
}

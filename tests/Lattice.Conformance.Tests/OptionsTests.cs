
namespace Lattice.Conformance.Tests;

public class OptionsTests
{
    [Fact]
    public void All_options_are_parsed()
    {
        Options? options = Options.Parse(
            ["--spec", Repository.Slice, "--fixtures", Repository.Slice, "--server", "http://127.0.0.1:12111", "--all", "--every"], TextWriter.Null);

        Assert.Equal(new Options(Repository.Slice, Repository.Slice, new Uri("http://127.0.0.1:12111"), All: true, Every: true), options);
    }

    [Theory]
    [InlineData("--spec is missing")]
    [InlineData("--spec needs a value", "--spec")]
    [InlineData("does not exist", "--spec", "/nowhere/spec.json")]
    [InlineData("is not an option", "--sepc", "x")]
    [InlineData("specified twice", "--all", "--all")]
    [InlineData("is not an http or https address", "--spec", "$slice", "--server", "localhost")]
    public void An_invalid_command_line_is_explained(string reason, params string[] arguments)
    {
        using var error = new StringWriter();

        Assert.Null(Options.Parse([.. arguments.Select(argument => argument == "$slice" ? Repository.Slice : argument)], error));
        Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Usage:", error.ToString(), StringComparison.Ordinal);
    }
}

namespace Lattice.Fuzz.Tests;

/// <summary>The command line.</summary>
public class OptionsTests
{
    [Fact]
    public void Without_options_all_targets_run_for_a_minute()
    {
        Options? options = Options.Parse([], TextWriter.Null);

        string output = Path.Combine(Path.GetTempPath(), "lattice-fuzz");
        Assert.Equal(new Options(Target: null, Seed: 1, Iterations: null, TimeSpan.FromSeconds(60), Only: null, output), options);
    }

    [Fact]
    public void All_options_are_parsed()
    {
        Options? options = Options.Parse(["--target", "slices", "--seed", "-7", "--iterations", "5000000000", "--output", "x"], TextWriter.Null);

        Assert.Equal(new Options("slices", -7, 5_000_000_000, TimeSpan.FromSeconds(60), Only: null, "x"), options);
    }

    [Fact]
    public void A_case_is_a_seed_and_an_iteration()
    {
        Options? options = Options.Parse(["--target", "requests", "--case", "3:4711"], TextWriter.Null);

        Assert.Equal(("requests", 3, 4711L), (options?.Target, options?.Seed, options?.Only));
    }

    [Theory]
    [InlineData("is not an option", "--sead", "1")]
    [InlineData("needs a value", "--seed")]
    [InlineData("specified twice", "--seed", "1", "--seed", "2")]
    [InlineData("there is no target 'reqests'", "--target", "reqests")]
    [InlineData("'1.5' is not a whole number", "--seed", "1.5")]
    [InlineData("'0' is not a whole number from 1", "--seconds", "0")]
    [InlineData("'-1' is not a whole number from 1", "--iterations", "-1")]
    [InlineData("Only one of", "--seconds", "1", "--iterations", "1")]
    [InlineData("--case needs --target", "--case", "1:1")]
    [InlineData("has the seed itself", "--target", "slices", "--seed", "1", "--case", "1:1")]
    [InlineData("'1' is not a seed and an iteration", "--target", "slices", "--case", "1")]
    [InlineData("'1:-1' is not a seed and an iteration", "--target", "slices", "--case", "1:-1")]
    public void An_invalid_command_line_is_explained(string reason, params string[] arguments)
    {
        using var error = new StringWriter();

        Assert.Null(Options.Parse(arguments, error));
        Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Usage:", error.ToString(), StringComparison.Ordinal);
    }
}

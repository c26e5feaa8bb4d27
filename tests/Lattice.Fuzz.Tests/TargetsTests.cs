using Lattice.Fuzz.Configuration;
using Lattice.Fuzz.Requests;
using Lattice.Fuzz.Responses;
using Lattice.Fuzz.Running;
using Lattice.Fuzz.Slices;

namespace Lattice.Fuzz.Tests;

/// <summary>The targets themselves.</summary>
public class TargetsTests
{
    public static TheoryData<string> Names => [.. FuzzRun.TargetNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_input_depends_on_the_target_the_seed_and_the_iteration_alone(string name)
    {
        IFuzzTarget target = Create(name);
        IFuzzTarget other = Create(name);
        for (int iteration = 9; iteration >= 0; iteration--)
        {
            other.Create(IterationRandom.Create(name, 2, iteration));
        }

        for (int iteration = 0; iteration < 10; iteration++)
        {
            IFuzzInput first = target.Create(IterationRandom.Create(name, 1, iteration));
            IFuzzInput second = other.Create(IterationRandom.Create(name, 1, iteration));

            Assert.Equal(first.Files.Select(file => file.Name), second.Files.Select(file => file.Name));
            Assert.All(first.Files.Zip(second.Files), pair => Assert.Equal(pair.First.Content, pair.Second.Content));
        }
    }

    [Fact]
    public async Task A_short_run_of_all_targets_finds_nothing()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("fuzz-");
        using var output = new StringWriter();

        int findings = await FuzzRun.RunAsync(Options.Parse(["--iterations", "5", "--output", folder.FullName], output)!, output, default);

        folder.Delete(recursive: true);
        Assert.True(findings == 0, output.ToString());
        Assert.Equal(
            FuzzRun.TargetNames.Select(name => $"{name}: 5 inputs of seed 1 in "),
            output.ToString().TrimEnd().Split('\n').Select(line => line[..(line.IndexOf(" in ", StringComparison.Ordinal) + 4)]));
    }

    private static IFuzzTarget Create(string name) => name switch
    {
        ResponseTarget.TargetName => new ResponseTarget(),
        SliceTarget.TargetName => new SliceTarget(),
        ConfigurationTarget.TargetName => new ConfigurationTarget(),
        _ => new RequestTarget(),
    };
}

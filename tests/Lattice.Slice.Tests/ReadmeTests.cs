using System.Text;
using Lattice.Slice.Configuration;
using Lattice.Slice.Editing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests;

/// <summary>What the README promises of adding an endpoint.</summary>
public class ReadmeTests
{
    [Specs.Fact]
    public void The_lines_that_follow_the_command_compile()
    {
        string section = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Split("## Add an endpoint")[1];
        string name = section.Split("lattice add ")[1].Split('\n')[0];
        string[] lines = section.Split("```csharp")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var folder = new SliceFolder();
        Specification spec = Specification.Parse(File.ReadAllBytes(Specs.Full), "spec3.json");

        Addition addition = Addition.Create(SliceFiles.Load(folder.ConfigurationPath), spec, name);

        Assert.Equal((5, "using Lattice.Stripe;"), (lines.Length, lines[0]));
        Assert.Empty(new GeneratorHarness(Encoding.UTF8.GetString(addition.Result.Json)).Compile($$"""
            using System;
            using System.Threading.Tasks;
            {{lines[0]}}

            class Usage
            {
                async Task Run()
                {
                    {{string.Join('\n', lines[1..])}}
                }
            }
            """));
    }
}

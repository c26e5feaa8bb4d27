using System.Text;
using Lattice.Slice.Configuration;
using Lattice.Slice.Editing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests;

/// <summary>The example for adding an endpoint in the README.</summary>
public class ReadmeCommandTests
{
    [Specs.Fact]
    public void The_code_after_the_add_command_compiles()
    {
        string section = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Split("## Add an endpoint")[1];
        string name = section.Split("lattice add ")[1].Split('\n')[0];
        string[] lines = section.Split("```csharp")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var folder = new SliceFolder();
        Specification spec = Specification.Parse(File.ReadAllBytes(Specs.Full), "spec3.json");

        Addition addition = Addition.Create(SliceFiles.Load(folder.ConfigurationPath), spec, [name], OperationFilter.Creates);

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

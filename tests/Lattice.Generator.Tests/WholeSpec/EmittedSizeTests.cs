using Lattice.Generator.Tests.Support;

namespace Lattice.Generator.Tests.WholeSpec;

/// <summary>The emitted code for all create operations stays small, so that a build of it stays fast.</summary>
public class EmittedSizeTests
{
    private const int MaxLines = 120_000;
    private const int MaxBytes = 2_800_000;

    [Specs.Fact]
    public void The_full_specification_has_at_most_120_000_lines()
    {
        int lines = SpecOutput.Full.Result.GeneratedSources.Sum(source => source.SourceText.Lines.Count);

        Assert.InRange(lines, 50_000, MaxLines);
    }

    [Specs.Fact]
    public void The_assembly_of_the_full_specification_has_at_most_2_8_MB() =>
        Assert.InRange(SpecOutput.Full.Size, 1_000_000, MaxBytes);
}

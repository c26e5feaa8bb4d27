namespace Lattice.Generator.Tests.Support;

/// <summary>The compilation of the tests finds the errors and warnings of a build.</summary>
public class GeneratorHarnessTests
{
    [Theory]
    [InlineData("CS1574", "/// <summary><see cref=\"Nothing\"/></summary>\npublic class Usage;")]
    [InlineData("CS1570", "/// <summary>\npublic class Usage;")]
    [InlineData("CS1591", "public class Usage;")]
    [InlineData("CS0219", "class Usage { void Run() { int unused = 1; } }")]
    [InlineData("CS8603", "class Usage { string Text() => null; }")]
    [InlineData(
        "CS3001",
        "[assembly: System.CLSCompliant(true)]\n/// <summary/>\npublic class Usage { /// <summary/>\npublic void Run(uint value) { } }")]
    public void Errors_and_warnings_in_code_and_documentation_are_found(string id, string code) => Assert.Contains(
        new GeneratorHarness(SliceEdits.TwoResources).Compile(code), diagnostic => diagnostic.Contains(id, StringComparison.Ordinal));

    [Specs.Fact]
    public void A_check_of_declarations_finds_types_that_are_not_CLS_compliant() => Assert.Contains(
        SpecOutput.Facts.CheckDeclarations("[assembly: System.CLSCompliant(true)] public class Usage { public void Run(uint value) { } }"),
        diagnostic => diagnostic.Contains("CS3001", StringComparison.Ordinal));
}

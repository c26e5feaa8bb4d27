using System.Text.Json.Nodes;
using Lattice.Fuzz.Running;
using Lattice.TestSupport;
using Lattice.TestSupport.Generation;
using Lattice.TestSupport.Mutation;

namespace Lattice.Fuzz.Slices;

/// <summary>The generator, the compiler for what it emits, and the stand-in's reader, with slices that have errors.</summary>
internal sealed class SliceTarget : IFuzzTarget
{
    public const string TargetName = "slices";

    private static readonly string[] s_cuts = ["/v1/account_links", "/v1/coupons", "/v2/core/account_links", "/v1/file_links"];

    private readonly string[] _seeds;
    private readonly JsonVocabulary _vocabulary;
    private readonly CompiledOutputs _compiled = new();

    public SliceTarget()
    {
        string folder = Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests");
        JsonNode slice = JsonNode.Parse(File.ReadAllText(Repository.Slice))!;
        _seeds =
        [
            File.ReadAllText(Path.Combine(folder, "two-resources.json")),
            .. Directory.EnumerateFiles(Path.Combine(folder, "Shapes"), "slice.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal).Select(File.ReadAllText),
            .. s_cuts.Select(path => SpecSlices.Cut(slice, [path])),
        ];
        _vocabulary = SliceVocabulary.Create(_seeds);

        // The first compilation reads all references, which takes longer than any input.
        _compiled.Compile(new GeneratorHarness(_seeds[0]));
    }

    public string Name => TargetName;

    public IFuzzInput Create(Random random) =>
        new SliceInput(new JsonMutator(random, _vocabulary).Mutate(random.Pick(_seeds)), _compiled);
}

using Lattice.Fuzz.Running;
using Lattice.Slice.Tests.Support;
using Lattice.TestSupport.Mutation;

namespace Lattice.Fuzz.Configuration;

/// <summary>The commands of the tool, with a slice.json, a slice, or a document that has errors.</summary>
internal sealed class ConfigurationTarget : IFuzzTarget
{
    public const string TargetName = "configuration";

    private readonly JsonVocabulary _configurations = ConfigurationVocabulary.Create();
    private readonly JsonVocabulary _documents = SliceVocabulary.Create([SmallSpec.Json, ReadableSpec.Json]);

    public ConfigurationTarget() => ToolEnvironment.Isolate();

    public string Name => TargetName;

    public IFuzzInput Create(Random random)
    {
        string document = random.OneIn(3) ? ReadableSpec.Json : SmallSpec.Json;
        if (random.OneIn(4))
        {
            document = new JsonMutator(random, _documents).Mutate(document);
        }

        string configuration = random.Pick(ConfigurationVocabulary.Seeds);
        bool isMutated = !random.OneIn(5);
        if (isMutated)
        {
            configuration = new JsonMutator(random, _configurations).Mutate(configuration);
        }

        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(configuration);
        return new ConfigurationInput(
            random.OneIn(20) ? new BytesMutator(random).Mutate(bytes) : bytes,
            document,
            random.OneIn(6) ? new JsonMutator(random, _documents).Mutate(SmallSpec.Json) : null,
            [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => CommandLines.Create(random))]);
    }
}

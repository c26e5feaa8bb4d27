using System.Text;
using System.Text.Json;
using Lattice.TestSupport.Mutation;

namespace Lattice.Fuzz.Tests;

/// <summary>The mutators: the same seed gives the same errors, and the errors that matter occur.</summary>
public class MutatorTests
{
    private const string Json = """{ "a": { "b": [ 1, "two", { "c": null } ] }, "d": "e", "f": { "g": {} } }""";

    private static readonly JsonVocabulary s_vocabulary = new(["null", "\"x\""], ["a", "b", "y"], [Json]);

    [Fact]
    public void The_same_seed_gives_the_same_errors()
    {
        Assert.Equal(Mutate(7), Mutate(7));
        Assert.True(Enumerable.Range(0, 50).Select(Mutate).Distinct().Count() > 40);
    }

    [Fact]
    public void Keys_are_repeated_surrogates_are_unpaired_and_levels_are_many()
    {
        string[] texts = [.. Enumerable.Range(0, 500).Select(Mutate)];

        Assert.Contains(texts, text => text.Contains("\\ud800", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains(new string('[', 100), StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("1e400", StringComparison.Ordinal));
        Assert.Contains(texts, IsRepeated);
        Assert.DoesNotContain(texts, text => text.Contains("@@", StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_are_not_always_UTF_8()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Json);
        byte[][] mutated = [.. Enumerable.Range(0, 100).Select(seed => new BytesMutator(new Random(seed)).Mutate(bytes))];

        Assert.Contains(mutated, text => !System.Text.Unicode.Utf8.IsValid(text));
        Assert.All(mutated.Where(text => text.Length > 0), text => Assert.NotEqual(bytes, text));
    }

    [Fact]
    public void A_text_of_any_length_is_mutated() =>
        Assert.All(Enumerable.Range(0, 100), seed => Assert.NotNull(new TextMutator(new Random(seed)).Mutate(seed % 2 == 0 ? "" : "ab")));

    private static string Mutate(int seed) => new JsonMutator(new Random(seed), s_vocabulary).Mutate(Json);

    private static bool IsRepeated(string text)
    {
        try
        {
            using var lenient = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 10_000 });
        }
        catch (JsonException)
        {
            return false;
        }

        return Record.Exception(() => JsonDocument.Parse(
            text, new JsonDocumentOptions { MaxDepth = 10_000, AllowDuplicateProperties = false }).Dispose()) is JsonException;
    }
}

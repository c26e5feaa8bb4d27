using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Generator.Tests.Support;

namespace Lattice.Generator.Tests.Robustness;

/// <summary>The same slice gives the same bytes, regardless of its formatting and of the platform.</summary>
public class DeterminismTests
{
    public static TheoryData<string> Slices => [.. ShapeFolders.Names.Select(ShapeFolders.ReadSlice), TwelveOperations.Slice];

    [Theory]
    [MemberData(nameof(Slices))]
    public void The_culture_does_not_change_the_output(string slice)
    {
        string expected = Emit(slice);
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("tr-TR").Clone();
        culture.NumberFormat.NegativeSign = "~";
        culture.NumberFormat.NumberGroupSeparator = " ";
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, Emit(slice));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Slices))]
    public void Line_breaks_and_the_path_of_the_file_do_not_change_the_output(string slice)
    {
        string unix = slice.ReplaceLineEndings("\n");

        Assert.Equal(Emit(unix), Emit(unix.ReplaceLineEndings("\r\n"), @"C:\else\where.json"));
    }

    [Theory]
    [MemberData(nameof(Slices))]
    public void The_order_of_keys_does_not_change_the_output(string slice) =>
        Assert.Equal(Emit(slice), Emit(Reverse(JsonNode.Parse(slice))!.ToJsonString()));

    [Specs.Fact]
    public void The_order_of_keys_in_the_full_specification_does_not_change_the_output() =>
        The_order_of_keys_does_not_change_the_output(File.ReadAllText(Specs.Full));

    [Theory]
    [MemberData(nameof(Slices))]
    public void Every_line_ends_with_a_single_line_feed(string slice)
    {
        string source = Emit(slice);

        Assert.DoesNotContain('\r', source);
        Assert.DoesNotContain('\t', source);
        Assert.DoesNotContain(" \n", source, StringComparison.Ordinal);
    }

    private static string Emit(string slice, string path = "/project/stripe.json") => string.Concat(
        new GeneratorHarness(slice, path: path).Run().GeneratedSources
            .OrderBy(source => source.HintName, StringComparer.Ordinal)
            .Select(source => $"== {source.HintName}\n{source.SourceText}"));

    private static JsonNode? Reverse(JsonNode? node) => node switch
    {
        JsonObject values => new JsonObject(values.Reverse().Select(value => KeyValuePair.Create(value.Key, Reverse(value.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reverse)]),
        _ => node?.DeepClone(),
    };
}

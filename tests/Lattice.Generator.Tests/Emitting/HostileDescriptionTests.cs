using System.Text.Json;
using Lattice.Generator.Emitting;
using Lattice.Generator.Tests.Support;
using Lattice.Spec.Model;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>Descriptions that are long or that repeat markup without an end.</summary>
public class HostileDescriptionTests
{
    private const int Kilobyte = 1024;

    // Enough for a slow machine, and far less than more than linear work would take.
    private static readonly TimeSpan s_guard = TimeSpan.FromMinutes(10);

    public static TheoryData<string> Shapes =>
    [
        "[a](", "[", "[a", "[[a](b", "](", "<code>", "<a href=", "<a href=\"", "<a href=\"x\">", "<a ", "<", "<b ", "</span ", "*", "**",
        "**a ", "*a",
        "*[<a href=\"x\">", "`", "`a", "&", "&amp", "&#", "<li>", "<li>a", "<p", "<p ", "<ul><li>", "- a\n", "1. ", "a\n", "\n", "\\", "#",
        " ", "😀", "a",
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Text_after_the_limit_is_ignored(string shape)
    {
        GeneratorRunResult[] results = await Task.Run(() => new[] { 80 * Kilobyte, 320 * Kilobyte }
            .Select(length => new GeneratorHarness(WithDescription(Repeat(shape, length))).Run())
            .ToArray()).WaitAsync(s_guard);

        Assert.All(results, result => Assert.Empty(result.Diagnostics));
        Assert.Equal(GetTexts(results[0]), GetTexts(results[1]));
        Assert.All(GetTexts(results[0]), text => Assert.InRange(text.Length, 1, 128 * DocMarkup.MaxLength));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task The_work_grows_linearly_with_the_text(string shape)
    {
        (long part, long whole) = await Task.Run(() =>
        {
            Measure(Repeat(shape, DocMarkup.MaxLength / 16));
            return (Measure(Repeat(shape, DocMarkup.MaxLength / 16)), Measure(Repeat(shape, DocMarkup.MaxLength)));
        }).WaitAsync(s_guard);

        // Quadratic work would be 256 times as much. Growing lists allocate up to twice their content.
        Assert.InRange(whole, 0, (32 * part) + (4 * Kilobyte));
    }

    [Fact]
    public void A_long_description_is_truncated_at_a_word_and_ends_with_an_ellipsis()
    {
        string word = "word ";
        string text = Repeat(word, 2 * DocMarkup.MaxLength);

        string xml = Assert.Single(DocMarkup.ToXml(text));

        Assert.EndsWith("word…", xml, StringComparison.Ordinal);
        Assert.InRange(xml.Length, DocMarkup.MaxLength - word.Length, DocMarkup.MaxLength);
    }

    [Fact]
    public void A_description_of_the_maximum_length_is_complete()
    {
        string text = new('a', DocMarkup.MaxLength);

        Assert.Equal([text], DocMarkup.ToXml(text));
        Assert.Equal([text + "…"], DocMarkup.ToXml(text + "a"));
    }

    [Theory]
    [InlineData(DocMarkup.MaxLength - 1)]
    [InlineData(DocMarkup.MaxLength - 2)]
    public void A_surrogate_pair_is_not_split(int before)
    {
        string xml = Assert.Single(DocMarkup.ToXml(new string('a', before) + "😀" + new string('b', 10)));

        Assert.Equal(new string('a', before) + (before + 2 <= DocMarkup.MaxLength ? "😀…" : "…"), xml);
    }

    [Theory]
    [InlineData("[a](b")]
    [InlineData("<code>a")]
    [InlineData("<a href=\"b\">a")]
    [InlineData("**a")]
    [InlineData("`a")]
    [InlineData("[a]( b)")]
    [InlineData("[](b)")]
    [InlineData("``")]
    [InlineData("** a **")]
    public void Markup_without_an_end_or_content_is_text(string text) => Assert.Equal([DocMarkup.Escape(text)], DocMarkup.ToXml(text));

    [Theory]
    [InlineData(
        "*see [the `x` <a href=\"https://b.c/\">there</a>](/d)*",
        "see <see href=\"https://stripe.com/d\">the <c>x</c> <see href=\"https://b.c/\">there</see></see>")]
    [InlineData("[[[a](https://b.c/)", "<see href=\"https://b.c/\">[[a</see>")]
    [InlineData("<A class=\"x\" HREF=\"#y\">a</A>", "<see href=\"https://stripe.com/docs/api#y\">a</see>")]
    [InlineData("***a** b", "*a b")]
    public void Nested_markup_is_converted(string text, string xml) => Assert.Equal([xml], DocMarkup.ToXml(text));

    [Fact]
    public void Cancellation_stops_the_writing_of_a_file()
    {
        var spec = new SpecInfo("Stripe API", "2026-09-30.endive", "Lattice.Stripe", IsInternal: false);
        EnumMember[] members = [new("Red", "red", "")];
        var type = new EnumType(spec, new TypeName("Lattice.Stripe", "Color"), "", members.ToEquatableArray());

        var group = new TypeGroup(new EmittedType[] { type }.ToEquatableArray());

        Assert.Contains("Red", FileEmitter.Emit(group, Fail, CancellationToken.None), StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => FileEmitter.Emit(group, Fail, new CancellationToken(canceled: true)));

        static void Fail(EmittedType failed, Exception exception) => Assert.Fail($"{failed.Type.Name}: {exception}");
    }

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, length / text.Length));

    private static long Measure(string markup)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        DocMarkup.ToXml(markup);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static List<string> GetTexts(GeneratorRunResult result) =>
        [.. result.GeneratedSources.Select(source => source.SourceText.ToString())];

    /// <summary>A slice with the same text in all descriptions.</summary>
    private static string WithDescription(string text)
    {
        string description = "\"description\": " + JsonSerializer.Serialize(text);
        string values = $$"""{ "type": "string", "enum": ["a"], {{description}}, "x-enumDescriptions": { "a": {{JsonSerializer.Serialize(text)}} } }""";
        return WidgetSlice.MakeWith(
            $$"""{ "type": "object", {{description}}, "properties": { "a": {{values}} } }""",
            $$"""{ "type": "object", {{description}}, "properties": { "a": {{values}}, "b": { "type": "string", {{description}} } } }""",
            path: "/v1/boxes/{box}/widgets",
            operation: $$"""{{description}}, "parameters": [ { "in": "path", "name": "box", "required": true, {{description}}, "schema": { "type": "string" } } ]""");
    }
}

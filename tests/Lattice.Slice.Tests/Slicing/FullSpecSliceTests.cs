using System.Text;
using System.Text.RegularExpressions;
using Lattice.Slice.Configuration;
using Lattice.Slice.Editing;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Slice.Tests.Slicing;

/// <summary>Slices of Stripe's own specifications.</summary>
public sealed partial class FullSpecSliceTests : IDisposable
{
    private readonly SliceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Specs.Fact]
    public void Every_create_can_be_added_generated_and_removed()
    {
        Check(Specs.Full, expected: 83);
        Check(Specs.Facts, expected: 19);
    }

    [Specs.Fact]
    public void Adding_all_creates_one_by_one_gives_the_slice_of_all_and_removing_them_gives_the_empty_slice()
    {
        Specification spec = Load(Specs.Full);
        SliceFiles empty = SliceFiles.Load(_folder.ConfigurationPath);
        ApiOperation[] creates = [.. Creates(spec)];

        SliceFiles all = Shuffle(creates, seed: 1)
            .Aggregate(empty, (files, operation) => files.Add(operation.Text));
        SliceResult slice = Slicer.CreateSlice(spec, all.Configuration).EnsureComplete();
        SliceResult ofAll = CreateSliceOfAll(spec);
        Specification sliced = Specification.Parse(slice.Json, "stripe.json");
        Removal last = Shuffle(creates, seed: 2).Aggregate(
            (Removal?)null,
            (removal, operation) => Removal.Create(removal?.Files ?? all, sliced, [operation.Text], OperationFilter.Creates))!;

        Assert.Equal(ofAll.Json, slice.Json);
        Assert.Equal(creates.Select(operation => operation.Text), all.Configuration.Operations);
        Assert.Equal(SliceFolder.Empty, Encoding.UTF8.GetString(last.Files.Text));
        Assert.Equal(Slicer.CreateSlice(spec, empty.Configuration).Json, last.Result.Json);
    }

    [Specs.Fact]
    public void The_slice_of_all_creates_compiles_without_a_warning()
    {
        Specification spec = Load(Specs.Full);
        SliceResult slice = CreateSliceOfAll(spec);

        Assert.Empty(new GeneratorHarness(Encoding.UTF8.GetString(slice.Json)).Compile());
    }

    [Specs.Fact]
    public void Secrets_of_the_full_specification_are_annotated_in_responses_and_requests()
    {
        HashSet<string> secrets = [.. CreateSliceOfAll(Load(Specs.Full)).Secrets.Select(secret => secret.Pointer)];

        Assert.Contains("/components/schemas/account_link/properties/url", secrets);
        Assert.Contains("/components/schemas/invoice/properties/hosted_invoice_url", secrets);
        Assert.Contains(secrets, pointer => pointer.StartsWith("/paths/~1v1~1tokens/post/requestBody/", StringComparison.Ordinal)
            && pointer.EndsWith("/properties/cvc", StringComparison.Ordinal));
        Assert.DoesNotContain("/components/schemas/file/properties/url", secrets);
        Assert.DoesNotContain("/components/schemas/payment_link/properties/url", secrets);
        Assert.InRange(secrets.Count, 100, 400);
    }

    private void Check(string path, int expected)
    {
        Specification spec = Load(path);
        SliceFiles empty = SliceFiles.Load(_folder.ConfigurationPath);
        byte[] emptySlice = Slicer.CreateSlice(spec, empty.Configuration).Json;
        var growth = new SizeEstimate(spec, empty.Configuration, new HashSet<string>());
        ApiOperation[] creates = [.. Creates(spec)];

        Assert.Equal(expected, creates.Length);
        foreach (ApiOperation create in creates)
        {
            Addition addition = Addition.Create(empty, spec, [create.Text], OperationFilter.Creates);
            GeneratorRunResult generated = new GeneratorHarness(Encoding.UTF8.GetString(addition.Result.Json)).Run();
            Specification slice = Specification.Parse(addition.Result.Json, "stripe.json");
            Removal removal = Removal.Create(addition.Files, slice, [create.Text], OperationFilter.Creates);

            Assert.Empty(generated.Diagnostics);
            Assert.Equal([create.Path.Text], generated.GeneratedSources.SelectMany(source => GetRoutes(source.SourceText.ToString())));
            Assert.Equal(growth.Measure(create), (addition.Result.Components.Count, AddedBytes(addition.Result, emptySlice)));
            Assert.Equal(empty.Text, removal.Files.Text);
            Assert.Equal(emptySlice, removal.Result.Json);
        }
    }

    // An empty object has two characters. An object with members has its braces on separate lines, and no comma after the last member.
    private static int AddedBytes(SliceResult slice, byte[] empty) => slice.Json.Length - empty.Length
        - (slice.Components.Count > 0 ? "\n    ".Length - ",".Length : 0) - ("\n  ".Length - ",".Length);

    private static Specification Load(string path) => Specification.Parse(File.ReadAllBytes(path), Path.GetFileName(path));

    private static IEnumerable<ApiOperation> Creates(Specification spec) => spec.Operations.Where(operation => operation.IsCreate);

    private static SliceResult CreateSliceOfAll(Specification spec) =>
        Slicer.CreateSlice(spec, new SliceConfiguration { Operations = [.. Creates(spec).Select(operation => operation.Text)] });

    private static IEnumerable<string> GetRoutes(string source) => Route().Matches(source).Select(match => match.Groups[1].Value);

    private static ApiOperation[] Shuffle(ApiOperation[] operations, int seed)
    {
        ApiOperation[] shuffled = [.. operations];
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    [GeneratedRegex("HttpMethod.Post,\n        \"([^\"]+)\"")]
    private static partial Regex Route();
}

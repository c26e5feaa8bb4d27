using System.Text;
using System.Text.RegularExpressions;
using Lattice.Slice.Configuration;
using Lattice.Slice.Editing;
using Lattice.Slice.Operations;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Lattice.Slice.Tests;

/// <summary>Slices of Stripe's own specifications.</summary>
public sealed partial class FullSpecTests : IDisposable
{
    private readonly SliceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Specs.Fact]
    public void Every_create_can_be_added_to_an_empty_slice_generated_and_removed_again()
    {
        Check(Specs.Full, expected: 83);
        Check(Specs.Facts, expected: 19);
    }

    [Specs.Fact]
    public void All_creates_added_one_by_one_are_the_slice_of_all_and_removing_them_in_another_order_ends_with_the_empty_slice()
    {
        Specification spec = Load(Specs.Full);
        SliceFiles empty = SliceFiles.Load(_folder.ConfigurationPath);
        PostOperation[] creates = [.. Creates(spec)];

        SliceFiles all = Shuffle(creates, seed: 1).Aggregate(empty, (files, operation) => files.Add(operation.Text, isTreatedAsCreate: false));
        SliceResult slice = Slicer.Cut(spec, all.Configuration).EnsureComplete();
        SliceResult ofAll = CutAll(spec);
        Specification sliced = Specification.Parse(slice.Json, "stripe.json");
        Removal last = Shuffle(creates, seed: 2).Aggregate(
            (Removal?)null, (removal, operation) => Removal.Create(removal?.Files ?? all, sliced, operation.Text))!;

        Assert.Equal(ofAll.Json, slice.Json);
        Assert.Equal(creates.Select(operation => operation.Text), all.Configuration.Operations);
        Assert.Equal(SliceFolder.Empty, Encoding.UTF8.GetString(last.Files.Text));
        Assert.Equal(Slicer.Cut(spec, empty.Configuration).Json, last.Result.Json);
    }

    [Specs.Fact]
    public void What_is_generated_of_the_slice_of_all_creates_compiles_without_a_warning()
    {
        Specification spec = Load(Specs.Full);
        SliceResult slice = CutAll(spec);

        Assert.Empty(new GeneratorHarness(Encoding.UTF8.GetString(slice.Json)).Compile());
    }

    [Specs.Fact]
    public void The_secrets_of_the_full_specification_are_marked_in_responses_and_in_requests()
    {
        HashSet<string> secrets = [.. CutAll(Load(Specs.Full)).Secrets.Select(secret => secret.Pointer)];

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
        byte[] emptySlice = Slicer.Cut(spec, empty.Configuration).Json;
        var growth = new SizeEstimate(spec, empty.Configuration, new HashSet<string>());
        PostOperation[] creates = [.. Creates(spec)];

        Assert.Equal(expected, creates.Length);
        foreach (PostOperation create in creates)
        {
            Addition addition = Addition.Create(empty, spec, create.Text);
            GeneratorRunResult generated = new GeneratorHarness(Encoding.UTF8.GetString(addition.Result.Json)).Run();
            Specification slice = Specification.Parse(addition.Result.Json, "stripe.json");
            Removal removal = Removal.Create(addition.Files, slice, create.Text);

            Assert.Empty(generated.Diagnostics);
            Assert.Equal([create.Path.Text], generated.GeneratedSources.SelectMany(source => GetRoutes(source.SourceText.ToString())));
            Assert.Equal(growth.Measure(create), (addition.Result.Components.Count, AddedBytes(addition.Result, emptySlice)));
            Assert.Equal(empty.Text, removal.Files.Text);
            Assert.Equal(emptySlice, removal.Result.Json);
        }
    }

    // An empty object is two characters; one with members has its braces on lines of their own, and no comma behind the last.
    private static int AddedBytes(SliceResult slice, byte[] empty) => slice.Json.Length - empty.Length
        - (slice.Components.Count > 0 ? "\n    ".Length - ",".Length : 0) - ("\n  ".Length - ",".Length);

    private static Specification Load(string path) => Specification.Parse(File.ReadAllBytes(path), Path.GetFileName(path));

    private static IEnumerable<PostOperation> Creates(Specification spec) => spec.Operations.Where(operation => operation.IsCreate);

    private static SliceResult CutAll(Specification spec) =>
        Slicer.Cut(spec, new SliceConfiguration { Operations = [.. Creates(spec).Select(operation => operation.Text)] });

    private static IEnumerable<string> GetRoutes(string source) => Route().Matches(source).Select(match => match.Groups[1].Value);

    private static PostOperation[] Shuffle(PostOperation[] operations, int seed)
    {
        PostOperation[] shuffled = [.. operations];
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    [GeneratedRegex("HttpMethod.Post,\n        \"([^\"]+)\"")]
    private static partial Regex Route();
}

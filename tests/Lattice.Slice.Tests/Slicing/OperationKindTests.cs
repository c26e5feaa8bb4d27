using System.Text;
using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;
using Lattice.Spec.Model;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Tests.Slicing;

/// <summary>An operation is of the same kind in each slice as in the whole document, whatever else is in the slice.</summary>
public sealed class OperationKindTests
{
    private const string Settings = "/v1/settings";

    [Specs.Fact]
    public void Each_operation_of_the_full_specification_stays_what_it_is() => Check(Specs.Full, operations: 467, creates: 83);

    [Specs.Fact]
    public void Each_operation_of_the_present_specification_stays_what_it_is() => Check(Specs.Today, operations: 618, creates: 118);

    [Theory]
    [InlineData("POST " + Settings)]
    [InlineData("GET " + Settings)]
    [InlineData("GET " + Settings, "POST " + Settings)]
    public void A_GET_of_one_object_makes_the_POST_of_its_path_an_update(params string[] operations)
    {
        SliceResult slice = Slices.Create(Slices.Of(operations), WithSettings);

        Assert.All(operations, name => Assert.Equal(
            name.StartsWith("GET", StringComparison.Ordinal) ? "retrieve" : "update",
            (string?)slice.At($"/paths/~1v1~1settings/{OperationName.Split(name).Method.ToLowerInvariant()}/x-lattice-operation")));
        Assert.Equal(operations.Length, slice.At("/paths/~1v1~1settings")!.AsObject().Count);
    }

    [Fact]
    public void A_chosen_kind_is_declared_whatever_else_is_in_the_slice()
    {
        SliceConfiguration configuration = Slices.Of("GET " + Settings, "POST " + Settings) with
        {
            Kinds = Slices.Locations(("POST " + Settings, OperationKind.Create)),
        };

        SliceResult slice = Slices.Create(configuration, WithSettings);

        Assert.Equal("create", (string?)slice.At("/paths/~1v1~1settings/post/x-lattice-operation"));
        Assert.Equal(slice.Json, Slices.Create(configuration, Encoding.UTF8.GetString(slice.Json)).Json);
    }

    [Fact]
    public void A_create_that_is_one_in_any_slice_is_not_annotated()
    {
        SliceResult slice = Slices.Create(Slices.Of("GET /v1/widgets", SmallSpec.Widgets));

        Assert.Null(slice.At("/paths/~1v1~1widgets/post/x-lattice-operation"));
        Assert.Equal("list", (string?)slice.At("/paths/~1v1~1widgets/get/x-lattice-operation"));
    }

    private static string WithSettings => SmallSpec.Edit(spec =>
    {
        spec["paths"]![Settings] = spec["paths"]!["/v1/gadgets"]!.DeepClone();
        spec["paths"]![Settings]!["get"] = spec["paths"]!["/v1/gadgets"]!["post"]!.DeepClone();
    });

    private static void Check(string path, int operations, int creates)
    {
        Specification spec = Specification.Parse(File.ReadAllBytes(path), Path.GetFileName(path));
        List<ApiOperation> all = [.. spec.Operations.Where(operation => operation.Obstacle is null)];

        AssertKept(spec, all);
        foreach (ApiOperation operation in all)
        {
            AssertKept(spec, [operation]);
        }

        Assert.Equal((operations, creates), (all.Count, all.Count(operation => operation.IsCreate)));
    }

    /// <summary>The slice of the operations has them with the same kinds and members, and a slice of it is itself.</summary>
    private static void AssertKept(Specification spec, List<ApiOperation> operations)
    {
        var configuration = new SliceConfiguration { Operations = [.. operations.Select(operation => operation.Text)] };
        SliceResult slice = Slicer.CreateSlice(spec, configuration);
        Specification parsed = Specification.Parse(slice.Json, "stripe.json");
        SliceModel model = SliceModel.Read(parsed, default);

        Assert.Equal(
            operations.Select(operation => $"{operation.Text}: {operation.Kind.GetName()} {operation.Member}"),
            model.Operations.Values.Select(generated => $"{generated.Name}: {generated.Operation.Kind.GetName()} {generated.Member}"));
        Assert.DoesNotContain(
            model.Diagnostics,
            diagnostic => diagnostic.IsError
                || (diagnostic.IsShown && diagnostic.Pointer.StartsWith("/paths/", StringComparison.Ordinal)));
        Assert.Equal(slice.Json, Slicer.CreateSlice(parsed, configuration).Json);
    }
}

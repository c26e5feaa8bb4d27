using Lattice.Slice.Configuration;
using Lattice.Slice.Editing;
using Lattice.Slice.Generation;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Editing;

/// <summary>The names of members in Stripe's document.</summary>
public class MemberSearchTests
{
    [Specs.Fact]
    public void Each_property_is_found_by_its_name_in_CSharp_and_each_field_of_a_schema_by_Stripes()
    {
        (SliceModel model, MemberLocations locations, _) = Load();
        var search = new MemberSearch(model, locations);

        Assert.All(locations.Properties, entry =>
        {
            var member = new SliceMember(entry.Type, entry.Property);
            Assert.Equal([member], search.Find(member.Name));
            if (locations.FindComponent(entry.Type) is { } component)
            {
                Assert.Equal([member], search.Find($"{component.Node.Name}.{entry.Property.WireName}"));
            }
        });
        Assert.InRange(locations.Properties.Count, 500, int.MaxValue);
    }

    [Specs.Fact]
    public void Each_class_of_a_schema_is_found_by_both_names()
    {
        (SliceModel model, MemberLocations locations, Specification slice) = Load();
        var search = new MemberSearch(model, locations);

        Assert.All(slice.Document.Schemas.Select(schema => schema.Node.Name!).Where(name => name is not ("error" or "api_errors")), name =>
        {
            SliceMember found = Assert.Single(search.Find(name));
            Assert.Equal([found], search.Find(found.Name));
            Assert.Equal(name, locations.FindComponent(found.Type)!.Node.Name);
        });
    }

    /// <summary>Where a class is merged from several schemas, a name in slice.json belongs to each of them.</summary>
    [Specs.Fact]
    public void Each_location_of_a_property_is_in_the_slice()
    {
        (_, MemberLocations locations, Specification slice) = Load();
        var root = System.Text.Json.Nodes.JsonNode.Parse(slice.Text)!;

        Assert.All(locations.Properties, entry => Assert.All(
            entry.Locations.OwnPointers, pointer => Assert.NotNull(JsonNodes.Find(root, pointer))));
    }

    private static (SliceModel Model, MemberLocations Locations, Specification Slice) Load()
    {
        var spec = Specification.Parse(File.ReadAllBytes(Specs.Full), "spec3.json");
        SliceConfiguration configuration = Slices.Of(
            "POST /v1/subscriptions", "GET /v1/subscriptions", "POST /v1/checkout/sessions", "GET /v1/customers/{customer}");
        var slice = Specification.Parse(Slicer.CreateSlice(spec, configuration).Json, "stripe.json");
        var model = SliceModel.Read(slice, default);
        return (model, MemberLocations.Find(model), slice);
    }
}

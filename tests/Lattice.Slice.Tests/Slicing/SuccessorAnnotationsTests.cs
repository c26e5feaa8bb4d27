using System.Collections.Immutable;
using Lattice.Slice.Configuration;
using Lattice.Slice.Slicing;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Slicing;

/// <summary>What replaces deprecated values and parameters, and which parameters exclude each other.</summary>
public class SuccessorAnnotationsTests
{
    private const string Body = "/paths/~1v1~1widgets/post/requestBody/content/application~1x-www-form-urlencoded/schema";

    private static readonly SliceConfiguration s_widgets = Slices.Of(SmallSpec.Widgets);

    [Fact]
    public void A_deprecated_value_names_the_value_that_replaces_it()
    {
        SliceResult result = Deprecate(Body + "/properties/size/x-enumDescriptions/large", "small");

        Assert.Empty(result.UnmatchedAnnotations);
        Assert.Equal("""{"large":"small"}""", result.At(Body + "/properties/size/x-lattice-deprecated-values")!.ToJsonString());
    }

    [Theory]
    [InlineData("/properties/size/x-enumDescriptions/larg", "small", "has no value \"larg\". Did you mean \"large\", \"small\"?")]
    [InlineData("/properties/size/x-enumDescriptions/large", "smal", "has no value \"smal\". Did you mean \"small\", \"large\"?")]
    [InlineData("/properties/size/x-enumDescriptions/large", null, "needs the value to use instead of \"large\".")]
    [InlineData("/properties/title", "name.first", "cannot be replaced by \"name.first\": there is no property \"first\".")]
    public void A_replacement_that_does_not_exist_is_an_error(string location, string? successor, string reason) =>
        Assert.Equal(reason, Assert.Single(Deprecate(Body + location, successor).UnmatchedAnnotations).Reason);

    [Fact]
    public void Parameters_can_exclude_each_other()
    {
        SliceResult result = Exclude(["title", "name"], ["size", "tags"]);

        Assert.Empty(result.UnmatchedAnnotations);
        Assert.Equal("""[["title","name"],["size","tags"]]""", result.At(Body + "/x-lattice-exclusive")!.ToJsonString());
    }

    [Theory]
    [InlineData("has no property \"titel\". Did you mean \"title\", \"size\", \"name\"?", "titel", "name")]
    [InlineData("has a group that is not two or more different properties.", "title")]
    [InlineData("has a group that is not two or more different properties.", "title", "title")]
    public void A_group_that_cannot_be_is_an_error(string reason, params string[] group) =>
        Assert.Equal(reason, Assert.Single(Exclude(group).UnmatchedAnnotations).Reason);

    private static SliceResult Deprecate(string location, string? successor) =>
        Slices.Create(s_widgets with { Deprecated = Slices.Locations((location, successor)) });

    private static SliceResult Exclude(params string[][] groups) => Slices.Create(s_widgets with
    {
        Exclusive = Slices.Locations((Body, groups.Select(group => group.ToImmutableArray()).ToImmutableArray())),
    });
}

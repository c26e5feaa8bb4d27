using Lattice.Slice.Configuration;
using Lattice.Slice.Secrets;
using Lattice.Slice.Slicing;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests;

/// <summary>What is secret without being asked for.</summary>
public class SecretsTests
{
    private static readonly SliceConfiguration s_both = Slices.Of(SmallSpec.Widgets, SmallSpec.Events);

    [Fact]
    public void Secrets_are_marked_by_their_names_with_a_reason()
    {
        SliceResult result = Slices.Cut(s_both);

        Assert.Equal(
            [
                "/components/schemas/part/properties/client_secret",
                "/components/schemas/v2.core.event/properties/authentication_token",
                "/components/schemas/widget/properties/secret",
                "/paths/~1v2~1core~1events/post/requestBody/content/application~1json/schema/properties/api_secret",
            ],
            result.Secrets.Select(secret => secret.Pointer).Order(StringComparer.Ordinal));
        Assert.All(result.Secrets, secret => Assert.NotEmpty(secret.Reason));
        Assert.All(result.Secrets, secret => Assert.True((bool?)result.At(secret.Pointer + "/x-lattice-sensitive")));
    }

    [Fact]
    public void An_enum_is_no_secret_whatever_its_name() =>
        Assert.Null(Slices.Cut(s_both).Property("part", "kind_secret")!["x-lattice-sensitive"]);

    [Fact]
    public void The_address_of_a_link_that_acts_for_somebody_is_secret_and_any_other_is_not()
    {
        string links = SmallSpec.Json.Replace("\"x-resourceId\": \"widget\"", "\"x-resourceId\": \"login_link\"", StringComparison.Ordinal);

        Assert.NotNull(Slices.Cut(Slices.Of("POST /v1/widgets"), links).Property("widget", "url")!["x-lattice-sensitive"]);
        Assert.Null(Slices.Cut(Slices.Of("POST /v1/widgets")).Property("widget", "url")!["x-lattice-sensitive"]);
    }

    [Fact]
    public void A_secret_can_be_unmarked_which_the_slice_says_for_the_rules_hold_without_it()
    {
        SliceResult result = Slices.Cut(s_both with { Sensitive = Slices.Locations(("/components/schemas/widget/properties/secret", false)) });

        Assert.False((bool?)result.Property("widget", "secret")!["x-lattice-sensitive"]);
        Assert.DoesNotContain(result.Secrets, secret => secret.Pointer.EndsWith("/secret", StringComparison.Ordinal));
        Assert.Empty(result.UnmatchedAnnotations);
    }

    [Fact]
    public void What_slice_json_calls_secret_is()
    {
        SliceResult result = Slices.Cut(s_both with { Sensitive = Slices.Locations(("/components/schemas/widget/properties/url", true)) });

        Assert.True((bool?)result.Property("widget", "url")!["x-lattice-sensitive"]);
        Assert.Contains(Secret.ByAnnotation("/components/schemas/widget/properties/url", "slice.json"), result.Secrets);
    }

    [Fact]
    public void Only_a_string_can_be_secret() =>
        Assert.Equal("is not a plain string, and only a string can be a secret.", Assert.Single(
            Slices.Cut(s_both with { Sensitive = Slices.Locations(("/components/schemas/widget/properties/part", true)) }).UnmatchedAnnotations).Reason);
}

using Lattice.Slice.Configuration;
using Lattice.Slice.Secrets;
using Lattice.Slice.Slicing;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Slicing;

/// <summary>The secrets that rules and slice.json annotate.</summary>
public class SecretAnnotationsTests
{
    private static readonly SliceConfiguration s_both = Slices.Of(SmallSpec.Widgets, SmallSpec.Events);

    [Fact]
    public void Secrets_are_annotated_by_the_rules_with_a_reason()
    {
        SliceResult result = Slices.Create(s_both);

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
    public void An_enum_is_not_a_secret() =>
        Assert.Null(Slices.Create(s_both).Property("part", "kind_secret")!["x-lattice-sensitive"]);

    [Fact]
    public void The_url_of_a_login_link_is_secret_and_other_urls_are_not()
    {
        string links = SmallSpec.Json.Replace("\"x-resourceId\": \"widget\"", "\"x-resourceId\": \"login_link\"", StringComparison.Ordinal);

        Assert.NotNull(Slices.Create(Slices.Of("POST /v1/widgets"), links).Property("widget", "url")!["x-lattice-sensitive"]);
        Assert.Null(Slices.Create(Slices.Of("POST /v1/widgets")).Property("widget", "url")!["x-lattice-sensitive"]);
    }

    [Fact]
    public void False_in_slice_json_is_written_into_the_slice_and_overrides_the_rule()
    {
        SliceResult result = Slices.Create(
            s_both with { Sensitive = Slices.Locations(("/components/schemas/widget/properties/secret", false)) });

        Assert.False((bool?)result.Property("widget", "secret")!["x-lattice-sensitive"]);
        Assert.DoesNotContain(result.Secrets, secret => secret.Pointer.EndsWith("/secret", StringComparison.Ordinal));
        Assert.Empty(result.UnmatchedAnnotations);
    }

    [Fact]
    public void True_in_slice_json_makes_a_secret()
    {
        SliceResult result = Slices.Create(
            s_both with { Sensitive = Slices.Locations(("/components/schemas/widget/properties/url", true)) });

        Assert.True((bool?)result.Property("widget", "url")!["x-lattice-sensitive"]);
        Assert.Contains(Secret.ByAnnotation("/components/schemas/widget/properties/url", "slice.json"), result.Secrets);
    }

    [Fact]
    public void Only_a_string_can_be_a_secret() =>
        Assert.Equal("is not a plain string; only a plain string can be a secret.", Assert.Single(
            Slices.Create(s_both with { Sensitive = Slices.Locations(("/components/schemas/widget/properties/part", true)) })
                .UnmatchedAnnotations).Reason);
}

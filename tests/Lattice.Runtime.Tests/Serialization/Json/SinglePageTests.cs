using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>The fields that a page must have as a response. They differ between the versions of the API.</summary>
public class SinglePageTests
{
    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[],"next_page_url":null}""")]
    [InlineData("""{"data":[],"previous_page_url":"/v2/owners?page=a"}""")]
    [InlineData("{}", "data")]
    [InlineData("""{"data":[],"object":"list"}""", "has_more", "url")]
    [InlineData("""{"data":[],"has_more":false}""", "object", "url")]
    [InlineData("""{"data":[],"has_more":false,"object":"list","url":"/v1/owners"}""")]
    public async Task A_page_of_v2_needs_only_its_elements(string json, params string[] missing)
    {
        StripeList<Owner> page = await ResponseReading.ReadAsync(json, StripeJsonReader.ReadList<Owner>);

        Assert.Equal(missing, page.GetMissingFields());
    }
}

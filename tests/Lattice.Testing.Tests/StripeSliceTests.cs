using System.Text;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests;

public sealed class StripeSliceTests
{
    private static readonly string s_things = Slice.Accepting("""{ "type": "object", "properties": {} }""");

    [Fact]
    public async Task A_slice_can_be_read_from_a_file_or_a_stream()
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, s_things);
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(s_things));

            foreach (StripeSlice slice in (StripeSlice[])[StripeSlice.Load(path), StripeSlice.Load(stream)])
            {
                using var caller = new Caller(new StripeStandIn(new StripeStandInOptions { Slice = slice }));
                Assert.Equal(200, (await caller.PostAsync("/v1/things")).StatusCode);
                Assert.Equal(404, (await caller.PostAsync("/v1/account_links")).StatusCode);
            }

            Assert.True(stream.CanRead);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_slice_lists_its_operations()
    {
        string post = Slice.Operation("Create");
        string slice = Slice.With($$"""{ "/v1/things/{id}": { "post": {{post}} }, "/v1/things": { "post": {{post}}, "get": {{post}} } }""");

        Assert.Equal(["GET /v1/things", "POST /v1/things", "POST /v1/things/{id}"], StripeSlice.Parse(slice).Operations);
    }

    [Fact]
    public async Task An_unresolved_reference_that_no_response_needs_is_ignored()
    {
        string slice = Slice.With(
            $$"""{ "/v1/things": { "post": {{Slice.Operation("Create")}} } }""",
            """
            {
              "thing": { "type": "object", "required": ["owner"], "properties": {
                "owner": { "anyOf": [{ "type": "string" }, { "$ref": "#/components/schemas/absent" }] } } },
              "unused": { "type": "object", "properties": { "part": { "$ref": "#/components/schemas/absent" } } }
            }
            """);
        using var caller = new Caller(new StripeStandIn(new StripeStandInOptions { Slice = StripeSlice.Parse(slice) }));

        Reply reply = await caller.PostAsync("/v1/things");

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal(System.Text.Json.JsonValueKind.String, reply.Json.GetProperty("owner").ValueKind);
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/https://evil.example/x")]
    [InlineData("/v1/../x")]
    [InlineData("/v1/%2e%2e/x")]
    [InlineData("/v1/x?a=b")]
    [InlineData("/v1/x/")]
    [InlineData("v1/x")]
    [InlineData("/v1/things/{id}.json")]
    [InlineData("/v1/things/{id}{part}")]
    [InlineData("/v1/things/{}")]
    public void A_path_that_the_generator_skips_has_no_operation(string path)
    {
        string post = Slice.Operation("Create");
        string slice = Slice.With($$"""{ "{{path}}": { "post": {{post}}, "get": {{post}} }, "/v1/things": { "post": {{post}} } }""");

        Assert.Equal(["POST /v1/things"], StripeSlice.Parse(slice).Operations);
    }

    [Fact]
    public void A_slice_can_be_empty()
    {
        const string Json = """{ "openapi": "3.0.0", "info": { "title": "t", "version": "1" } }""";

        Assert.Equal("1", StripeSlice.Parse(Json).ApiVersion);
    }
}

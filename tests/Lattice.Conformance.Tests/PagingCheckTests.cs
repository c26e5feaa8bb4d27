using System.Reflection;
using System.Text.Json.Serialization;
using Lattice.Conformance.Calls;
using Lattice.Conformance.Decoding;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Conformance.Tests;

/// <summary>The check of lists reports elements that are lost and a second page that is not the next one.</summary>
public class PagingCheckTests
{
    private static readonly SpecDocument s_spec = SpecDocument.Parse(
        """
        {
          "info": {"version": "2026-10-28.endive"},
          "paths": {"/v1/widgets": {"get": {"responses": {"200": {"content": {"application/json": {"schema": {
            "type": "object", "required": ["data", "has_more", "object", "url"], "properties": {
              "data": {"type": "array", "items": {"$ref": "#/components/schemas/widget"}}, "has_more": {"type": "boolean"},
              "object": {"type": "string", "enum": ["list"]}, "url": {"type": "string"}}}}}}}}}},
          "components": {"schemas": {"widget": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}}}
        }
        """,
        every: true);

    [Fact]
    public async Task A_list_that_follows_its_pages_has_no_mismatch() => Assert.Empty(await RunAsync(typeof(Whole)));

    [Fact]
    public async Task A_list_that_ends_after_a_page_is_reported() =>
        Assert.Equal(["expected 4 elements of two pages, got 2", "expected two requests, got 1"], await RunAsync(typeof(Part)));

    [Fact]
    public async Task A_list_that_starts_the_next_page_elsewhere_is_reported() => Assert.Equal(
        ["expected starting_after=id_2%2F%C3%A9, got starting_after=other"], await RunAsync(typeof(Other)));

    [Fact]
    public async Task A_list_without_a_method_for_its_pages_is_reported() =>
        Assert.Equal(["no method follows its pages"], await RunAsync(typeof(None)));

    private static async Task<IEnumerable<string>> RunAsync(Type owner)
    {
        var mismatches = new MismatchLog();
        var generated = new GeneratedOperation(owner.GetProperty("ListOperation", BindingFlags.Public | BindingFlags.Static)!);
        await new PagingCheck(s_spec, mismatches).RunAsync(s_spec.Operations.Single(), generated);
        return mismatches.Mismatches.Select(mismatch => mismatch.Reason);
    }

    private static StripeOperation<StripeNoParams, StripeList<Widget>> CreateOperation() => new(
        "Widget.List", HttpMethod.Get, "/v1/widgets", "2026-10-28.endive", StripeJsonReader.ReadList<Widget>)
    {
        HasQuery = true,
    };

    private static class Whole
    {
        public static StripeOperation<StripeNoParams, StripeList<Widget>> ListOperation { get; } = CreateOperation();

        public static IAsyncEnumerable<Widget> ListAllAsync(IStripeClient client) =>
            StripePages.ReadAllAsync(ListOperation, widget => widget.Id, client, [], null, null, CancellationToken.None);
    }

    private static class Part
    {
        public static StripeOperation<StripeNoParams, StripeList<Widget>> ListOperation { get; } = CreateOperation();

        public static async IAsyncEnumerable<Widget> ListAllAsync(IStripeClient client)
        {
            StripeList<Widget> page = await ListOperation.SendAsync(client, [], null, null, CancellationToken.None);
            foreach (Widget widget in page.Data)
            {
                yield return widget;
            }
        }
    }

    private static class Other
    {
        public static StripeOperation<StripeNoParams, StripeList<Widget>> ListOperation { get; } = CreateOperation();

        public static IAsyncEnumerable<Widget> ListAllAsync(IStripeClient client) =>
            StripePages.ReadAllAsync(ListOperation, _ => "other", client, [], null, null, CancellationToken.None);
    }

    private static class None
    {
        public static StripeOperation<StripeNoParams, StripeList<Widget>> ListOperation { get; } = CreateOperation();
    }

    private sealed class Widget : StripeObject, IJsonReadable<Widget>
    {
        private Widget(ref StripeJsonReader json, string id)
            : base(ref json) => Id = id;

        [JsonPropertyName("id")]
        public string Id { get; }

        public static Widget Read(ref StripeJsonReader json)
        {
            string id = "";
            while (json.ReadFields())
            {
                if (json.IsField("id"u8))
                {
                    id = json.ReadString() ?? "";
                }
            }

            return new Widget(ref json, id);
        }
    }
}

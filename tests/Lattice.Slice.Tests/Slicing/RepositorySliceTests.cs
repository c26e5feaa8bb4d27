using System.Text;
using System.Text.Json.Nodes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Slicing;

/// <summary>The slice that the SDK of this repository is compiled from.</summary>
public class RepositorySliceTests
{
    private static readonly SliceFiles s_files = SliceFiles.Load(Path.Combine(Repository.Root, "openapi", "slice.json"));
    private static readonly JsonNode s_slice = JsonNode.Parse(File.ReadAllText(Repository.Slice))!;

    [Specs.Fact]
    public void Stripe_json_is_the_output_of_lattice_slice()
    {
        Specification facts = Specification.Parse(File.ReadAllBytes(Specs.Today), "facts");

        SliceResult slice = Slicer.CreateSlice(facts, s_files.Configuration).EnsureComplete();

        Assert.Equal(Encoding.UTF8.GetString(slice.Json), File.ReadAllText(Repository.Slice));
    }

    [Theory]
    [InlineData("openapi")]
    [InlineData("tests/samples/Onboarding/openapi")]
    public void Stripe_json_has_the_operations_of_slice_json(string folder)
    {
        string slice = File.ReadAllText(Path.Combine(Repository.Root, folder, "stripe.json"));

        Assert.Equal(
            SliceFiles.Load(Path.Combine(Repository.Root, folder, "slice.json")).Configuration.Operations,
            SmallSpec.Parse(slice).Operations.Select(operation => operation.Text));
    }

    [Fact]
    public void Operations_resources_and_parameters_are_described()
    {
        IEnumerable<KeyValuePair<string, JsonNode?>> operations = s_slice["paths"]!.AsObject().SelectMany(path =>
            path.Value!.AsObject().Where(item => item.Value is JsonObject operation && operation.ContainsKey("responses"))
                .Select(item => KeyValuePair.Create($"{item.Key} {path.Key}", item.Value)));
        IEnumerable<KeyValuePair<string, JsonNode?>> parameters = operations.SelectMany(operation =>
            (operation.Value!["requestBody"]?["content"]?.AsObject() ?? []).SelectMany(content =>
                (content.Value!["schema"]!["properties"]?.AsObject() ?? [])
                    .Select(property => KeyValuePair.Create($"{operation.Key} {property.Key}", property.Value))));
        IEnumerable<KeyValuePair<string, JsonNode?>> resources = s_slice["components"]!["schemas"]!.AsObject()
            .Where(schema => schema.Value!["x-resourceId"] is not null);

        List<KeyValuePair<string, JsonNode?>> described = [.. operations, .. parameters, .. resources];

        Assert.InRange(described.Count, 500, 5000);
        Assert.Empty(described.Where(item => string.IsNullOrEmpty((string?)item.Value!["description"])).Select(item => item.Key));
    }

    [Fact]
    public void Keys_in_responses_are_secrets()
    {
        string[] secrets =
        [
            "account_link/properties/url", "account_session/properties/client_secret", "billing_portal.session/properties/url",
            "customer_session/properties/client_secret", "ephemeral_key/properties/secret", "file_link/properties/url",
            "login_link/properties/url", "v2.billing.meter_event_session/properties/authentication_token",
            "v2.core.account_link/properties/url",
        ];

        Assert.All(secrets, secret =>
            Assert.True((bool?)JsonNodes.Find(s_slice, $"/components/schemas/{secret}/x-lattice-sensitive"), secret));
    }
}

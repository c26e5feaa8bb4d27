using System.Text.Json.Nodes;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary><c>lattice list --secrets</c>.</summary>
public class ListSecretsTests
{
    private const string Body = "/paths/~1v2~1core~1events/post/requestBody/content/application~1json/schema/properties/api_secret";

    [Fact]
    public async Task The_secrets_of_the_slice_are_listed_with_properties_reasons_and_rules()
    {
        using var folder = new SliceFolder();
        await folder.RunAsync("add", "widgets");
        await folder.RunAsync("add", "POST /v2/core/events");

        Response response = await folder.RunBareAsync("list", "--secrets");

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Equal(
            [
                "Location C# Reason Rule",
                "/components/schemas/part/properties/client_secret Part.ClientSecret it is a credential rule *_secret",
                "/components/schemas/v2.core.event/properties/authentication_token V2.Core.Event.AuthenticationToken it is a credential rule authentication_token",
                "/components/schemas/widget/properties/secret Widget.Secret it is a credential rule secret",
                $"{Body} V2.Core.EventCreateParams.ApiSecret it is a credential rule *_secret",
                "",
                $"4 secrets in {folder.SlicePath}, API version 2030-01-01.test.",
                "",
            ],
            Lines(response));
    }

    [Fact]
    public async Task Slice_json_adds_secrets_and_removes_them()
    {
        using var folder = new SliceFolder("""
            {
              "operations": ["POST /v1/widgets"],
              "sensitive": { "/components/schemas/widget/properties": { "/url": true, "/secret": false } }
            }
            """);
        await folder.RunAsync("slice");

        string[] lines = Lines(await folder.RunBareAsync("list", "--secrets"));

        Assert.Contains("/components/schemas/widget/properties/url Widget.Url slice.json specifies it slice.json", lines);
        Assert.DoesNotContain(lines, line => line.Contains("properties/secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_secrets_of_a_document_are_listed_even_if_not_generated()
    {
        using var folder = new SliceFolder(spec: SmallSpec.Edit(spec =>
        {
            spec["components"]!["schemas"]!["unused"] = JsonNode.Parse(
                """{ "type": "object", "properties": { "iban": { "type": "string" } } }""");
            spec["components"]!["schemas"]!["person"]!["properties"]!["note"] = JsonNode.Parse(
                """{ "type": "string", "x-lattice-sensitive": true }""");
            spec["components"]!["schemas"]!["widget"]!["properties"]!["secret"]!["x-lattice-sensitive"] = false;
        }));

        string[] lines = Lines(await folder.RunAsync("list", "--secrets"));

        Assert.Contains("/components/schemas/unused/properties/iban it is the number of a bank account rule iban", lines);
        Assert.Contains(
            "/components/schemas/person/properties/note Person.Note x-lattice-sensitive specifies it x-lattice-sensitive", lines);
        Assert.DoesNotContain(lines, line => line.Contains("widget/properties/secret", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("5 secrets in ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_can_be_json()
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunAsync("list", "--secrets", "--format", "json");

        JsonArray secrets = JsonNode.Parse(response.Output)!.AsArray();
        Assert.Equal(
            $$"""{"pointer":"{{Body}}","type":"V2.Core.EventCreateParams","property":"ApiSecret","reason":"it is a credential","rule":"rule *_secret"}""",
            secrets.Single(secret => (string?)secret!["pointer"] == Body)!.ToJsonString());
    }

    [Theory]
    [InlineData("client_secret", "Part.ClientSecret")]
    [InlineData("eventcreate", "V2.Core.EventCreateParams.ApiSecret")]
    public async Task A_text_filters_by_location_or_property(string text, string member)
    {
        using var folder = new SliceFolder();

        string[] lines = Lines(await folder.RunAsync("list", "--secrets", text));

        Assert.Contains(lines, line => line.Contains(member, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("1 secret in ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_slice_is_an_error_that_says_what_to_do()
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("list", "--secrets");

        Assert.Equal(3, response.Code);
        Assert.Contains("Run `lattice slice` to create it, or pass a document with --spec.", response.Error, StringComparison.Ordinal);
    }

    [Specs.Fact]
    public async Task Secrets_of_creates_in_the_full_specification_have_their_properties()
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunBareAsync("list", "--secrets", "--format", "json", "--spec", Specs.Full);

        var secrets = JsonNode.Parse(response.Output)!.AsArray().ToDictionary(
            secret => (string)secret!["pointer"]!, secret => $"{secret!["type"]}.{secret["property"]}");
        Assert.Equal("AccountLink.Url", secrets["/components/schemas/account_link/properties/url"]);
        Assert.Equal("BillingPortal.Session.Url", secrets["/components/schemas/billing_portal.session/properties/url"]);
        Assert.Equal("PaymentIntent.ClientSecret", secrets["/components/schemas/payment_intent/properties/client_secret"]);
        Assert.Equal(
            "Apps.SecretCreateParams.Payload",
            secrets["/paths/~1v1~1apps~1secrets/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/payload"]);
    }

    private static string[] Lines(Response response) => [.. response.Output.ReplaceLineEndings("\n").Split('\n')
        .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
}

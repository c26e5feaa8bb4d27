using System.Text.Json;
using Lattice.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using static Lattice.Generator.Tests.Support.SliceEdits;

namespace Lattice.Generator.Tests.Reading;

/// <summary>An operation can have its own server. The API key is sent there, so an address that is not Stripe's is left out.</summary>
public class ServerTests
{
    [Theory]
    [InlineData("https://files.stripe.com/")]
    [InlineData("https://files.stripe.com")]
    [InlineData("https://files.stripe.com:443")]
    [InlineData("https://files.stripe.com:443/")]
    [InlineData("https://stripe.com")]
    [InlineData("https://a.b-c.d.stripe.com/")]
    [InlineData("HTTPS://Files.Stripe.com/")]
    public void The_server_of_an_operation_is_compiled(string url)
    {
        GeneratorRunResult result = Run(own: url, shared: "https://not.this.one");

        Assert.Empty(result.Diagnostics);
        Assert.Contains($"new global::System.Uri(\"{url}\")", GetWidget(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("files")]
    [InlineData("")]
    [InlineData("/files")]
    [InlineData("//files.stripe.com/")]
    [InlineData("ftp://files.stripe.com")]
    [InlineData("file:///v1")]
    [InlineData("https://{region}.stripe.com")]
    [InlineData("https://files.stripe.com/{version}")]
    [InlineData("https://files.stripe.com/v9")]
    [InlineData("https://files.stripe.com/?a=b")]
    [InlineData("https://files.stripe.com#a")]
    [InlineData("https://sk_test_1@files.stripe.com/")]
    [InlineData("https://:@files.stripe.com/")]
    [InlineData("https://")]
    [InlineData("http://files.stripe.com/")]
    [InlineData("http://localhost:12111")]
    [InlineData("https://localhost/")]
    [InlineData("https://[::1]:443/")]
    [InlineData("https://evil.example/")]
    [InlineData("https://evilstripe.com/")]
    [InlineData("https://stripe.com.evil.example/")]
    [InlineData("https://stripe.co/")]
    [InlineData("https://files.stripe.com.")]
    [InlineData("https://files.stripe.com./")]
    [InlineData("https://.stripe.com/")]
    [InlineData("https://files..stripe.com/")]
    [InlineData("https://files.stripe.com:8443/")]
    [InlineData("https://files.stripe.com:80")]
    [InlineData("https://files.stripe.com:/")]
    [InlineData("https://files.stripe.com//")]
    [InlineData("https://evil.example\\.stripe.com")]
    [InlineData("https://evil.example\\@files.stripe.com")]
    [InlineData("https://evil.example#.stripe.com")]
    [InlineData("https://evil.example?.stripe.com")]
    [InlineData("https://evil.example/.stripe.com")]
    [InlineData("https://evil.example%2F.stripe.com")]
    [InlineData("https://evil.example%00.stripe.com")]
    [InlineData("https://evil.example:x.stripe.com")]
    [InlineData("https:evil.example/.stripe.com")]
    [InlineData("https:///files.stripe.com")]
    [InlineData(" https://files.stripe.com")]
    [InlineData("https://files.stripe.com ")]
    [InlineData("https://files.stripe.com\n")]
    [InlineData("https://files.\tstripe.com")]
    [InlineData("https://files\u3002stripe.com")]
    [InlineData("https://files.\uff53tripe.com")]
    [InlineData("wss://files.stripe.com")]
    public void An_address_that_is_not_Stripes_is_left_out(string url)
    {
        GeneratorRunResult result = Run(own: url, shared: "https://not.this.one");

        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("LAT0004", 3, 9), Location(diagnostic));
        Assert.Contains("'/v1/widgets.servers.0.url' is ignored", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("https on stripe.com or one of its subdomains", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("CreateAsync", GetWidget(result), StringComparison.Ordinal);
        Assert.DoesNotContain("System.Uri(", GetWidget(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://files.stripe.com", 0)]
    [InlineData("/files", 1)]
    [InlineData("https://evil.example/", 1)]
    [InlineData("http://files.stripe.com", 1)]
    public void The_server_of_a_path_applies_to_the_operation(string url, int errors)
    {
        GeneratorRunResult result = Run(own: null, shared: url);

        Assert.Equal(Enumerable.Repeat(("LAT0004", 2, 18), errors), result.Diagnostics.Select(Location));
        Assert.Equal(errors == 0, GetWidget(result).Contains("System.Uri(", StringComparison.Ordinal));
    }

    private static GeneratorRunResult Run(string? own, string shared) => new GeneratorHarness($$"""
        { "openapi": "3.0.0", "info": { "title": "Stripe API", "version": "1" }, "paths": { "/v1/widgets": {
          "servers": [ { "url": {{JsonSerializer.Serialize(shared)}} } ], "post": { "servers": [
              {{(own is null ? "" : $"{{ \"url\": {JsonSerializer.Serialize(own)} }}")}}
            ],
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/widget" } } } } } } } },
          "components": { "schemas": { "widget": { "type": "object", "x-resourceId": "widget", "properties": { "id": { "type": "string" } } } } } }
        """).Run();

    private static string GetWidget(GeneratorRunResult result) =>
        result.GetTypeText("Lattice.Stripe.Widget");
}

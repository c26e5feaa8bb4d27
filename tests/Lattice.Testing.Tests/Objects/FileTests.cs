using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Objects;

/// <summary>File objects describe the file that was uploaded.</summary>
public sealed class FileTests : IDisposable
{
    private const string Purpose = "--x\r\nContent-Disposition: form-data; name=purpose\r\n\r\ndispute_evidence\r\n";

    private readonly Caller _caller = Caller.Of(Slice.With(
        """
        {
          "/v1/files": {
            "post": { "operationId": "PostFiles", "requestBody": { "content": { "multipart/form-data": { "schema": {
                "type": "object", "required": ["file", "purpose"], "properties": {
                  "file": { "type": "string", "format": "binary" },
                  "purpose": { "type": "string" },
                  "file_link_data": { "type": "object", "required": ["create"], "properties": {
                    "create": { "type": "boolean" },
                    "expires_at": { "type": "integer", "format": "unix-time" },
                    "metadata": { "type": "object", "additionalProperties": { "type": "string" } } } } } } } } },
              "responses": { "200": { "description": "", "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/file" } } } } } }
          },
          "/v1/files/{file}": {
            "get": { "operationId": "GetFile",
              "responses": { "200": { "description": "", "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/file" } } } } } }
          },
          "/v1/file_links/{link}": {
            "get": { "operationId": "GetFileLink",
              "responses": { "200": { "description": "", "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/file_link" } } } } } }
          }
        }
        """,
        """
        {
          "file": { "type": "object", "x-resourceId": "file", "required": ["id", "object", "purpose", "size"], "properties": {
            "id": { "type": "string" },
            "object": { "type": "string", "enum": ["file"] },
            "purpose": { "type": "string" },
            "size": { "type": "integer" },
            "filename": { "type": "string", "maxLength": 5000, "nullable": true },
            "title": { "type": "string", "nullable": true },
            "type": { "type": "string", "nullable": true },
            "url": { "type": "string", "nullable": true },
            "links": { "type": "object", "nullable": true, "required": ["data", "has_more", "object", "url"], "properties": {
              "data": { "type": "array", "items": { "$ref": "#/components/schemas/file_link" } },
              "has_more": { "type": "boolean" },
              "object": { "type": "string", "enum": ["list"] },
              "url": { "type": "string" } } } } },
          "file_link": { "type": "object", "x-resourceId": "file_link", "required": ["id", "object", "file", "metadata"], "properties": {
            "id": { "type": "string" },
            "object": { "type": "string", "enum": ["file_link"] },
            "expires_at": { "type": "integer", "format": "unix-time", "nullable": true },
            "file": { "anyOf": [{ "type": "string" }, { "$ref": "#/components/schemas/file" }],
              "x-expansionResources": { "oneOf": [{ "$ref": "#/components/schemas/file" }] } },
            "metadata": { "type": "object", "additionalProperties": { "type": "string" } },
            "url": { "type": "string", "nullable": true } } }
        }
        """));

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task A_new_file_has_the_size_name_type_address_and_links_of_the_upload()
    {
        Reply created = await UploadAsync("filename=\"receipt.pdf\"", "application/pdf", "hello");
        string id = created.Text("id")!;
        Reply read = await _caller.GetAsync($"/v1/files/{id}");

        Assert.Equal(5, created.Json.GetProperty("size").GetInt64());
        Assert.Equal(("receipt.pdf", "pdf"), (created.Text("filename"), created.Text("type")));
        Assert.Equal(JsonValueKind.Null, created.Json.GetProperty("title").ValueKind);
        Assert.EndsWith($"/v1/files/{id}/contents", created.Text("url"), StringComparison.Ordinal);
        JsonAssert.Same(
            $$"""{ "object": "list", "data": [], "has_more": false, "url": "/v1/file_links?file={{id}}" }""",
            created.Json.GetProperty("links").GetRawText());
        JsonAssert.Same(created.Body, read.Body);
    }

    [Theory]
    [InlineData("a.JPEG", null, "x", "jpg")]
    [InlineData("a.csv", "application/octet-stream", "x", "csv")]
    [InlineData("a", "image/png", "x", "png")]
    [InlineData("a.txt", "text/plain", "%PDF-1.4", "pdf")]
    [InlineData("a", "application/octet-stream", "GIF89a", "gif")]
    [InlineData("a", null, "x", null)]
    [InlineData("a.no extension", null, "x", null)]
    [InlineData("über.tar.GZ", null, "", "gz")]
    public async Task The_type_is_that_of_the_content_the_name_or_the_part(
        string name, string? mediaType, string content, string? type)
    {
        Reply created = await UploadAsync($"filename=\"{name}\"", mediaType, content);

        Assert.Equal((name, type), (created.Text("filename"), created.Text("type")));
        Assert.Equal(Encoding.UTF8.GetByteCount(content), created.Json.GetProperty("size").GetInt64());
    }

    [Theory]
    [InlineData("a", 5_000, "filename=\"{0}\"")]
    [InlineData("é", 5_000, "filename=\"{0}\"")]
    [InlineData("a", 5_000, "filename*=utf-8''{0}")]
    public async Task The_longest_name_of_a_file_is_kept(string letter, int length, string parameter)
    {
        string name = string.Concat(Enumerable.Repeat(letter, length));

        Reply created = await UploadAsync(string.Format(CultureInfo.InvariantCulture, parameter, name), null, "x");

        Assert.Equal(name, created.Text("filename"));
    }

    [Theory]
    [InlineData(5_001)]
    [InlineData(10_000)]
    public async Task A_longer_name_of_a_file_is_an_error(int length)
    {
        Reply reply = await SendAsync($"filename=\"{new string('a', length)}\"", "image/png", "x");

        Assert.Equal((400, "file"), (reply.StatusCode, reply.Error("param")));
        Assert.Equal("Invalid file: aaaaaaaaaa...aaaaaaaaaa; its filename must be at most 5000 characters", reply.Error("message"));
    }

    [Fact]
    public async Task A_link_that_the_upload_asks_for_is_in_the_links_and_can_be_read()
    {
        Reply created = await UploadAsync(
            "filename=a.png", "image/png", "x", "file_link_data[create]=true", "file_link_data[expires_at]=1800000000", "file_link_data[metadata][k]=v");
        JsonElement link = Assert.Single(created.Json.GetProperty("links").GetProperty("data").EnumerateArray());
        Reply read = await _caller.GetAsync($"/v1/file_links/{link.GetProperty("id").GetString()}");

        Assert.Equal(created.Text("id"), link.GetProperty("file").GetString());
        Assert.Equal(1_800_000_000, read.Json.GetProperty("expires_at").GetInt64());
        Assert.Equal("v", read.Json.GetProperty("metadata").GetProperty("k").GetString());
    }

    [Fact]
    public async Task There_is_no_link_if_the_upload_does_not_ask_for_one()
    {
        Reply created = await UploadAsync("filename=a.png", "image/png", "x", "file_link_data[create]=false");

        Assert.Empty(created.Json.GetProperty("links").GetProperty("data").EnumerateArray());
    }

    private async Task<Reply> UploadAsync(string name, string? mediaType, string content, params string[] parameters)
    {
        Reply reply = await SendAsync(name, mediaType, content, parameters);
        Assert.True(reply.StatusCode == 200, reply.Body);
        return reply;
    }

    private async Task<Reply> SendAsync(string name, string? mediaType, string content, params string[] parameters)
    {
        string others = string.Concat(parameters.Select(parameter => parameter.Split('=')).Select(pair
            => $"--x\r\nContent-Disposition: form-data; name=\"{pair[0]}\"\r\n\r\n{pair[1]}\r\n"));
        string type = mediaType is null ? "" : $"\r\nContent-Type: {mediaType}";
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(
            $"{Purpose}{others}--x\r\nContent-Disposition: form-data; name=file; {name}{type}\r\n\r\n{content}\r\n--x--\r\n"));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        return await _caller.PostAsync("/v1/files", body);
    }
}

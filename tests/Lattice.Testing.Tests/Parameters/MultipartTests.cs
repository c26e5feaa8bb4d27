using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Parameters;

/// <summary>File uploads.</summary>
public sealed class MultipartTests : IDisposable
{
    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn();
    private readonly Caller _caller;

    public MultipartTests() => _caller = new Caller(_stripe);

    public void Dispose()
    {
        _caller.Dispose();
        _stripe.Dispose();
    }

    [Fact]
    public async Task A_file_is_accepted_and_described_by_its_digest()
    {
        Widgets.StripeFile file = await Widgets.StripeFile.CreateAsync(_stripe.Client, new Widgets.StripeFileCreateParams
        {
            Purpose = Widgets.StripeFileCreatePurpose.Icon,
            File = new StripeFileUpload(new MemoryStream("hello"u8.ToArray()), "né \"1\".png", "image/png"),
            FileLinkData = new Widgets.StripeFileCreateFileLinkData { Create = true },
        });

        Assert.Equal("icon", file.Purpose.Value);
        Assert.StartsWith("file_", file.Id, StringComparison.Ordinal);
        Assert.Equal(
            ["file", "purpose", "file_link_data[create]"],
            Assert.Single(_stripe.Requests).Parameters.Select(parameter => parameter.Key).OrderBy(name => name.Length));
        string shown = _stripe.Requests[0].Parameters.Single(parameter => parameter.Key == "file").Value;
        Assert.Equal("né %221%22.png (image/png, 5 bytes, SHA-256 2CF24DBA5FB0A30E…)", shown);
    }

    [Theory]
    [InlineData("purpose", null, "Missing required param: file.")]
    [InlineData("purpose", "not a file", "Invalid file: send it as")]
    public async Task A_file_parameter_must_be_a_file(string _, string? file, string message)
    {
        using var content = new MultipartFormDataContent { { new StringContent("icon"), "purpose" } };
        if (file is not null)
        {
            content.Add(new StringContent(file), "file");
        }

        Reply reply = await _caller.PostAsync("/v1/files", content);

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal("file", reply.Error("param"));
        Assert.StartsWith(message, reply.Error("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_parts_are_checked_like_a_form()
    {
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent([1]), "file", "a.png" },
            { new StringContent("photo"), "purpose" },
        };

        Reply reply = await _caller.PostAsync("/v1/files", content);

        Assert.Equal("Invalid purpose: must be one of logo or icon", reply.Error("message"));
    }

    [Theory]
    [InlineData("multipart/form-data", "has no boundary")]
    [InlineData("multipart/form-data; boundary=x", "ends before its last boundary")]
    [InlineData("multipart/form-data; boundary=y", "no name in its Content-Disposition")]
    [InlineData("application/x-www-form-urlencoded", "Send the parameters as multipart/form-data.")]
    public async Task A_malformed_body_is_an_error_with_the_reason(string contentType, string reason)
    {
        const string Body = "--x\r\nContent-Disposition: form-data; name=a\r\n\r\nvalue\r\n--y\r\n\r\nvalue\r\n--y--\r\n";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        Reply reply = await _caller.PostAsync("/v1/files", content);

        Assert.Equal(400, reply.StatusCode);
        Assert.Contains(reason, reply.Error("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("multipart/form-data; boundary=\"x\"")]
    [InlineData("Multipart/Form-Data; charset=utf-8; Boundary=x")]
    public async Task Text_around_the_parts_and_blanks_after_a_boundary_are_ignored(string contentType)
    {
        string body = $"preamble\r\n--x \t\r\n{Purpose}\r\n\r\nicon\r\n--x\r\n{File}\r\n\r\ntext\r\n--x--\r\nepilogue\r\n--x\r\n";

        Reply reply = await PostAsync(contentType, body);

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal(
            [new("purpose", "icon"), new("file", "a.png (, 4 bytes, SHA-256 982D9E3EB996F559…)")],
            Assert.Single(_stripe.Requests).Parameters);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("\r\n\r\n--")]
    [InlineData("--x")]
    [InlineData("a --x\r\n b")]
    [InlineData("a\n--x\n b")]
    [InlineData("a\r\n-x\r\n--\r\n--y--\r")]
    public async Task A_file_may_contain_text_that_looks_like_a_boundary(string content)
    {
        Reply reply = await PostAsync(
            "multipart/form-data; boundary=x", $"--x\r\n{Purpose}\r\n\r\nicon\r\n--x\r\n{File}\r\n\r\n{content}\r\n--x--\r\n");

        Assert.Equal(200, reply.StatusCode);
        string digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16];
        Assert.Equal(
            $"a.png (, {content.Length} bytes, SHA-256 {digest}…)",
            Assert.Single(_stripe.Requests).Parameters.Single(parameter => parameter.Key == "file").Value);
    }

    [Theory]
    [InlineData("content-disposition:form-data;name=file;filename=a.png")]
    [InlineData("X-Other: 1\r\nContent-Disposition: FORM-DATA; filename=\"a.png\"; name=\"file\"")]
    [InlineData("Content-Disposition: form-data; name=\"file\"; filename=\"b.png\"; filename*=utf-8''a.png")]
    [InlineData("Content-Disposition: form-data; name=\"file\"; filename*=utf-8''a.png")]
    public async Task A_part_with_a_file_name_is_a_file(string headers)
    {
        Reply reply = await PostAsync(
            "multipart/form-data; boundary=x",
            $"--x\r\n{Purpose}\r\n\r\nicon\r\n--x\r\n{headers}\r\nContent-Type: image/png\r\n\r\ntext\r\n--x--");

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal(
            "a.png (image/png, 4 bytes, SHA-256 982D9E3EB996F559…)",
            Assert.Single(_stripe.Requests).Parameters.Single(parameter => parameter.Key == "file").Value);
    }

    [Theory]
    [InlineData("Content-Disposition: form-data; name=file; filename=")]
    [InlineData("Content-Disposition: form-data; name=file; filename=\"\"")]
    [InlineData("Content-Disposition: attachment; name=file; filename=a.png")]
    public async Task A_part_without_a_file_name_is_text(string headers)
    {
        Reply reply = await PostAsync("multipart/form-data; boundary=x", $"--x\r\n{headers}\r\n\r\ntext\r\n--x--");

        Assert.Equal(400, reply.StatusCode);
        Assert.DoesNotContain("SHA-256", _stripe.Requests[0].Parameters.SingleOrDefault().Value ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_truncated_anywhere_is_an_error()
    {
        string body = $"--x\r\n{Purpose}\r\n\r\nicon\r\n--x\r\n{File}\r\n\r\ntext\r\n--x--";

        for (int length = 1; length < body.Length; length++)
        {
            Reply reply = await PostAsync("multipart/form-data; boundary=x", body[..length]);

            Assert.Equal(400, reply.StatusCode);
            Assert.StartsWith("Invalid multipart body: ", reply.Error("message"), StringComparison.Ordinal);
        }

        Assert.Equal(200, (await PostAsync("multipart/form-data; boundary=x", body)).StatusCode);
    }

    [Theory]
    [InlineData("Content-Disposition: form-data; name=a\r\nno colon")]
    [InlineData("Content-Disposition: form-data; name=a\r\n: no name")]
    [InlineData("Content-Disposition: form-data; name=a\r\n--x")]
    [InlineData("Content-Disposition: form-data; name=a; filename*")]
    [InlineData("Content-Disposition: form-data; FileName* ; name=a")]
    [InlineData("Content-Disposition: form-data; name=a; filename*=b.png")]
    [InlineData("Content-Disposition: form-data; name=a; filename*=x-unknown''b.png; filename=a.png")]
    [InlineData("Content-Disposition: form-data; name=a; filename*=utf-8''%FF")]
    [InlineData("Content-Disposition: form-data; name=a; filename=\"a.png")]
    [InlineData("Content-Disposition: form-data; name=a; filename=a.png; filename=b.png")]
    [InlineData("Content-Disposition: form-data; name=a; name=b")]
    [InlineData("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b")]
    [InlineData("Content-Disposition: attachment; name=file; filename=a.png")]
    public async Task A_part_whose_headers_cannot_be_read_is_an_error(string headers)
    {
        Reply reply = await PostAsync("multipart/form-data; boundary=x", $"--x\r\n{headers}\r\n\r\nvalue\r\n--x--");

        Assert.Equal(400, reply.StatusCode);
        Assert.StartsWith("Invalid multipart body: ", reply.Error("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(70, 200)]
    [InlineData(71, 400)]
    [InlineData(5_000, 400)]
    public async Task A_boundary_has_at_most_70_characters(int length, int status)
    {
        string boundary = new('x', length);
        Reply reply = await PostAsync(
            $"multipart/form-data; boundary={boundary}",
            $"--{boundary}\r\n{Purpose}\r\n\r\nicon\r\n--{boundary}\r\n{File}\r\n\r\ntext\r\n--{boundary}--");

        Assert.Equal(status, reply.StatusCode);
        if (status == 400)
        {
            Assert.Equal($"Invalid multipart body: its boundary has {length} characters; RFC 2046 allows 70.", reply.Error("message"));
        }
    }

    [Theory]
    [InlineData("filename=\"a\\\"b.png\"", "a\"b.png")]
    [InlineData("filename=\"a\\\\b.png\"", "a\\b.png")]
    [InlineData("filename=\"C:\\files\\b.png\"", "C:\\files\\b.png")]
    [InlineData("filename=\"a%22b.png\"", "a%22b.png")]
    [InlineData("filename=\"a;b=c.png\"", "a;b=c.png")]
    [InlineData("filename=a.png; filename*=UTF-8''n%C3%A9%20%22b%22.png", "né \"b\".png")]
    [InlineData("filename*=iso-8859-1'en'n%E9.png; filename=a.png", "né.png")]
    [InlineData("filename=\"né.png\"", "né.png")]
    public async Task The_name_of_a_file_is_read_as_it_was_meant(string parameter, string name)
    {
        Reply reply = await PostAsync(
            "multipart/form-data; boundary=x",
            $"--x\r\n{Purpose}\r\n\r\nicon\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; {parameter}\r\n\r\ntext\r\n--x--");

        Assert.True(reply.StatusCode == 200, reply.Body);
        Assert.Equal(
            $"{name} (, 4 bytes, SHA-256 982D9E3EB996F559…)",
            Assert.Single(_stripe.Requests).Parameters.Single(sent => sent.Key == "file").Value);
    }

    [Fact]
    public async Task The_name_of_a_part_may_have_quotation_marks()
    {
        Reply reply = await PostAsync(
            "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\\\"b\"\r\n\r\ntext\r\n--x--");

        Assert.Equal(("Received unknown parameter: a\"b", "a\"b"), (reply.Error("message"), reply.Error("param")));
    }

    private const string Purpose = "Content-Disposition: form-data; name=\"purpose\"";
    private const string File = "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"";

    private async Task<Reply> PostAsync(string contentType, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await _caller.PostAsync("/v1/files", content);
    }
}

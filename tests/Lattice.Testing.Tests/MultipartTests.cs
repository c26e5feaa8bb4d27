using System.Net.Http.Headers;
using System.Text;
using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests;

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
    public async Task A_file_is_taken_and_shown_by_what_tells_it_from_others()
    {
        StripeFile file = await StripeFile.CreateAsync(_stripe.Client, new StripeFileCreateParams
        {
            Purpose = StripeFileCreatePurpose.Icon,
            File = new StripeFileUpload(new MemoryStream("hello"u8.ToArray()), "né \"1\".png", "image/png"),
            FileLinkData = new StripeFileCreateFileLinkData { Create = true },
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
    public async Task A_file_has_to_be_one(string _, string? file, string message)
    {
        using var content = new MultipartFormDataContent { { new StringContent("icon"), "purpose" } };
        if (file is not null) content.Add(new StringContent(file), "file");

        Reply reply = await _caller.PostAsync("/v1/files", content);

        Assert.Equal(400, reply.Status);
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
    [InlineData("multipart/form-data", "names no boundary")]
    [InlineData("multipart/form-data; boundary=x", "ends before its last boundary")]
    [InlineData("multipart/form-data; boundary=y", "no name in its Content-Disposition")]
    [InlineData("application/x-www-form-urlencoded", "Send the parameters as multipart/form-data.")]
    public async Task A_broken_body_is_refused_with_the_reason(string contentType, string reason)
    {
        const string Body = "--x\r\nContent-Disposition: form-data; name=a\r\n\r\nvalue\r\n--y\r\n\r\nvalue\r\n--y--\r\n";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        Reply reply = await _caller.PostAsync("/v1/files", content);

        Assert.Equal(400, reply.Status);
        Assert.Contains(reason, reply.Error("message"), StringComparison.Ordinal);
    }
}

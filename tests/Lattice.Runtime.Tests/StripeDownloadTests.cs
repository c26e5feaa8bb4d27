using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests;

/// <summary>Operations that return a file.</summary>
public class StripeDownloadTests
{
    private static readonly StripeOperation<StripeNoParams, StripeDownload> s_operation = new(
        "Quote.RetrievePdf", HttpMethod.Get, "/v1/quotes/{quote}/pdf", Thing.ApiVersion, StripeJsonReader.ReadFile)
    {
        HasQuery = true,
        ReturnsFile = true,
    };

    [Theory]
    [InlineData("%PDF-1.7\n%\u00e9\n")]
    [InlineData("{\"id\":")]
    [InlineData("")]
    public async Task The_bytes_are_those_of_the_response(string content)
    {
        using Caller caller = Caller.Responding(200, content, StubResponse.RequestId);

        StripeDownload file = await s_operation.SendAsync(caller.Client, ["qt_1"], null, null, CancellationToken.None);

        using var reader = new StreamReader(file.OpenRead());
        Assert.Equal(content, await reader.ReadToEndAsync());
        Assert.Equal("req_1", file.GetResponse()!.RequestId);
        Assert.Equal("https://api.stripe.com/v1/quotes/qt_1/pdf", caller.Sent.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task A_file_of_something_else_is_not_Stripes()
    {
        using Caller caller = Caller.Responding(200, "<html>Sign in to this network.</html>");

        StripeResult<StripeDownload> result = await s_operation.TrySendAsync(caller.Client, ["qt_1"], null, null, CancellationToken.None);

        Assert.Equal(StripeErrorType.DecodingError, result.Error!.Type.Value);
        Assert.Contains("Request-Id", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_read_as_of_any_operation()
    {
        using Caller caller = Caller.Responding(
            404, """{"error":{"type":"invalid_request_error","code":"resource_missing"}}""", StubResponse.RequestId);

        StripeResult<StripeDownload> result = await s_operation.TrySendAsync(caller.Client, ["qt_1"], null, null, CancellationToken.None);

        Assert.Equal("resource_missing", result.Error!.Code);
    }

    [Fact]
    public async Task A_file_that_is_too_long_is_an_error()
    {
        using var caller = new Caller(
            StubHandler.Responding(200, new string('x', 2000), StubResponse.RequestId), options => options.MaxResponseBytes = 1024);

        StripeResult<StripeDownload> result = await s_operation.TrySendAsync(caller.Client, ["qt_1"], null, null, CancellationToken.None);

        Assert.Equal("The response is longer than MaxResponseBytes.", result.Error!.Message);
    }

    [Fact]
    public void A_file_can_be_made_for_a_test()
    {
        var file = new StripeDownload("abc"u8);

        Assert.Equal((3, "StripeDownload"), ((int)file.Length, file.ToString()));
    }
}

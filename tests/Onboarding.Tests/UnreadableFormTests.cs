using System.Text;
using Microsoft.Extensions.Logging;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Bodies that are not a form of the app: the response is a page with a client error, and no error is logged.</summary>
public sealed class UnreadableFormTests
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Field = "--part\r\nContent-Disposition: form-data; name=\"state\"\r\n";

    public static TheoryData<string?, string, int> Bodies => new()
    {
        { null, "state=text", 415 },
        { "", "state=text", 415 },
        { "form", "state=text", 415 },
        { "/", "state=text", 415 },
        { "text/plain", "state=text", 415 },
        { "application/json", "{}", 415 },
        { "application/json; charset=utf-7", "{}", 415 },
        { UrlEncoded + "2", "state=text", 415 },
        { UrlEncoded + ", " + UrlEncoded, "state=text", 415 },
        { UrlEncoded + "; charset", "state=text", 415 },
        { UrlEncoded + "; charset=", "state=text", 415 },
        { UrlEncoded + "; charset=\"", "state=text", 415 },
        { UrlEncoded + "; charset=\"\"", "state=text", 415 },
        { UrlEncoded + "; charset=utf-7", "state=text", 415 },
        { UrlEncoded + "; charset=\"UTF-7\"", "state=text", 415 },
        { UrlEncoded + "; charset=utf-8; charset=utf-7", "state=text", 415 },
        { UrlEncoded + "; charset=utf-16", "state=text", 415 },
        { UrlEncoded + "; charset=iso-8859-1", "state=text", 415 },
        { UrlEncoded + "; charset=unknown", "state=text", 415 },
        { "multipart/form-data", Field + "\r\ntext\r\n--part--\r\n", 415 },
        { "multipart/form-data; boundary=part", Field + "\r\ntex", 415 },
        { "multipart/form-data; boundary=part", "--part\r\nContent-Disp", 415 },
        {
            "multipart/form-data; boundary=part",
            Field + "Content-Type: text/plain; charset=utf-7\r\n\r\ntext\r\n--part--\r\n",
            415
        },
        { UrlEncoded, string.Join('&', Enumerable.Range(0, 2_000).Select(number => $"field{number}=text")), 400 },
        { UrlEncoded, new string('a', 5_000) + "=text", 400 },
        { UrlEncoded, "state=%00", 400 },
    };

    public static TheoryData<string> Forms => ["", "&", "==&=", "state", "state=%", "state=%zz", "state=%ff%fe", "state=%u0041"];

    [Theory]
    [MemberData(nameof(Bodies), DisableDiscoveryEnumeration = true)]
    public async Task A_body_that_is_not_a_form_is_a_client_error(string? type, string body, int status)
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        await visitor.GetAsync();

        Response response = await visitor.PostAsync(CreateContent(type, body));

        AssertRejected(running, (status, "The form could not be read"), response);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_a_client_error(bool isChunked)
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        using HttpContent content = CreateContent(UrlEncoded, "state=" + new string('a', 100_000));

        Response response = await visitor.PostAsync(content, request =>
        {
            // A client that does not wait for this may still be sending when the server closes the connection.
            request.Headers.ExpectContinue = !isChunked;
            request.Headers.TransferEncodingChunked = isChunked;
        });

        AssertRejected(running, (413, "The form could not be read"), response);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_without_valid_fields_is_a_client_error(string body)
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        await visitor.GetAsync();

        Response response = await visitor.PostAsync(CreateContent(UrlEncoded, body));

        AssertRejected(running, (400, "This page was open for too long"), response);
    }

    [Theory]
    [InlineData(UrlEncoded)]
    [InlineData("Application/X-WWW-Form-URLEncoded; charset=UTF-8")]
    [InlineData(UrlEncoded + "; charset=\"utf-8\"")]
    public async Task A_form_in_UTF_8_is_accepted(string type)
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        using var form = new FormUrlEncodedContent((await visitor.GetAsync()).GetForm("Start onboarding for Harbor Books"));

        Response response = await visitor.PostAsync(CreateContent(type, await form.ReadAsStringAsync()));

        Assert.Equal(303, response.StatusCode);
    }

    private static void AssertRejected(RunningApp running, (int StatusCode, string Heading) expected, Response response)
    {
        Assert.Equal(expected, (response.StatusCode, response.Heading));
        Assert.Empty(running.Log.At(LogLevel.Error));
        Assert.Empty(running.LinkRequests);
    }

    private static ByteArrayContent CreateContent(string? type, string body)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        if (type is not null)
        {
            Assert.True(content.Headers.TryAddWithoutValidation("Content-Type", type));
        }

        return content;
    }
}

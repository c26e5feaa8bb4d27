using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Bodies that are not a form: the response is a 400, and no error is logged.</summary>
public sealed class UnreadableFormTests
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Field = "--part\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n";

    public static TheoryData<string, string, string> Bodies => new()
    {
        { "no type", "", "state=text" },
        { "not a form", "application/json", "{}" },
        { "no boundary", "multipart/form-data", Field + "text\r\n--part--\r\n" },
        { "truncated in a value", "multipart/form-data; boundary=part", Field + "tex" },
        { "truncated in a header", "multipart/form-data; boundary=part", "--part\r\nContent-Disp" },
        { "too many fields", UrlEncoded, string.Join('&', Enumerable.Range(0, 2_000).Select(number => $"field{number}=text")) },
        { "a value that is too long", UrlEncoded, "state=" + new string('a', 5_000_000) },
    };

    [Theory]
    [MemberData(nameof(Bodies), DisableDiscoveryEnumeration = true)]
    public async Task A_body_that_is_not_a_form_is_a_bad_request(string description, string type, string body)
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        await visitor.GetAsync();

        Response response = await visitor.PostAsync(CreateContent(type, body));

        Assert.True(response.StatusCode == 400, $"{description}: {response.StatusCode}");
        Assert.Equal("The form could not be read", response.Heading);
        Assert.Empty(running.Log.At(LogLevel.Error));
        Assert.Empty(running.Stripe.Requests);
    }

    private static ByteArrayContent CreateContent(string type, string body)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        if (type.Length > 0)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        return content;
    }
}

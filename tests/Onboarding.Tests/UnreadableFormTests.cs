using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Onboarding.Tests.Support;

namespace Onboarding.Tests;

/// <summary>Bodies that are no form of the app's: the sender is told so, and nothing of it is a failure of the app.</summary>
public sealed class UnreadableFormTests
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Field = "--part\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n";

    public static TheoryData<string, string, string> Bodies => new()
    {
        { "no type", "", "state=text" },
        { "no form", "application/json", "{}" },
        { "no boundary", "multipart/form-data", Field + "text\r\n--part--\r\n" },
        { "cut off in a value", "multipart/form-data; boundary=part", Field + "tex" },
        { "cut off in a header", "multipart/form-data; boundary=part", "--part\r\nContent-Disp" },
        { "too many fields", UrlEncoded, string.Join('&', Enumerable.Range(0, 2_000).Select(number => $"field{number}=text")) },
        { "a value that is too long", UrlEncoded, "state=" + new string('a', 5_000_000) },
    };

    [Theory]
    [MemberData(nameof(Bodies), DisableDiscoveryEnumeration = true)]
    public async Task A_body_that_is_no_form_is_a_bad_request(string what, string type, string body)
    {
        await using RunningApp running = await RunningApp.StartAsync();
        using Visitor visitor = running.NewVisitor();
        await visitor.GetAsync();

        Response response = await visitor.PostAsync(ContentOf(type, body));

        Assert.True(response.StatusCode == 400, $"{what}: {response.StatusCode}");
        Assert.Equal("The form could not be read", response.Heading);
        Assert.Empty(running.Log.At(LogLevel.Error));
        Assert.Empty(running.Stripe.Requests);
    }

    private static ByteArrayContent ContentOf(string type, string body)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        if (type.Length > 0)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        return content;
    }
}

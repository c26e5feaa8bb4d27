using System.Net;
using System.Text.RegularExpressions;

namespace Onboarding.Tests.Support;

/// <summary>A response of the app.</summary>
internal sealed partial record Response(int StatusCode, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public string? Location => Headers.GetValueOrDefault("Location");

    /// <summary>The main heading of the page.</summary>
    public string Heading => GetText(MainHeading().Match(Text).Groups[1].Value);

    /// <summary>The texts of the badges, which show the states of accounts.</summary>
    public IReadOnlyList<string> Badges => [.. Badge().Matches(Text).Select(badge => GetText(badge.Groups[1].Value))];

    /// <summary>Returns the form fields that a button posts.</summary>
    /// <param name="button">The full text of the button, including text for screen readers.</param>
    public Dictionary<string, string> GetForm(string button) => GetForm(Text, button);

    /// <inheritdoc cref="GetForm(string)"/>
    public static Dictionary<string, string> GetForm(string page, string button)
    {
        Match form = Assert.Single(Form().Matches(page), form => GetText(form.Groups["button"].Value) == button);
        return HiddenField().Matches(form.Value)
            .ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
    }

    private static string GetText(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("<h1>(.*?)</h1>")]
    private static partial Regex MainHeading();

    [GeneratedRegex("<span class=\"badge [a-z]+\">(.*?)</span>")]
    private static partial Regex Badge();

    [GeneratedRegex("<form .*?<button[^>]*>(?<button>.*?)</button>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\">")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}

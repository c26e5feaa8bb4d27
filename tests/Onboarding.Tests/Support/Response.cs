using System.Net;
using System.Text.RegularExpressions;

namespace Onboarding.Tests.Support;

/// <summary>What the app answered.</summary>
internal sealed partial record Response(int StatusCode, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public string? Location => Headers.GetValueOrDefault("Location");

    /// <summary>What the main heading of the page says.</summary>
    public string Heading => TextOf(MainHeading().Match(Text).Groups[1].Value);

    /// <summary>What the badges of the page say, which tell the states of accounts.</summary>
    public IReadOnlyList<string> Badges => [.. Badge().Matches(Text).Select(badge => TextOf(badge.Groups[1].Value))];

    /// <summary>What pressing a button would post.</summary>
    /// <param name="button">All its text, what only screen readers say included.</param>
    public Dictionary<string, string> FormOf(string button) => FormIn(Text, button);

    /// <inheritdoc cref="FormOf"/>
    public static Dictionary<string, string> FormIn(string page, string button)
    {
        Match form = Assert.Single(Form().Matches(page), form => TextOf(form.Groups["button"].Value) == button);
        return HiddenField().Matches(form.Value)
            .ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
    }

    private static string TextOf(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

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

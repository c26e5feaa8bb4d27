using System.Globalization;
using Lattice.Stripe;

namespace Quickstart;

/// <summary>Prints the result of the call.</summary>
internal static class ResultPrinter
{
    public static void Print(StripeResult<AccountLink> result, bool reveal)
    {
        Console.WriteLine();
        if (result.IsSuccess)
        {
            PrintLink(result.Value, result.Response, reveal);
        }
        else
        {
            PrintError(result.Error);
        }
    }

    private static void PrintLink(AccountLink link, StripeResponse response, bool reveal)
    {
        // A web app redirects the browser with StripeResults.Redirect(link.Url). Without Reveal(), the URL prints as [redacted].
        string url = reveal ? link.Url.Reveal() : link.Url.ToString();
        double seconds = (link.ExpiresAt - link.Created).TotalSeconds;
        Print("status", $"{(int)response.StatusCode} {response.StatusCode}");
        Print("request", response.RequestId);
        Print("object", link.Object);
        Print("created", link.Created.ToString("u", CultureInfo.InvariantCulture));
        Print("expires", string.Create(CultureInfo.InvariantCulture, $"{link.ExpiresAt:u}, {seconds} s to live"));
        Print("url", url);
    }

    private static void PrintError(StripeError error)
    {
        Print("status", error.StatusCode is { } status ? $"{(int)status} {status}" : "no response");
        Print("request", error.RequestId);
        Print("type", error.Type.Value);
        Print("code", error.Code);
        Print("param", error.Param);
        Print("message", error.Message);
    }

    private static void Print(string name, string? value)
    {
        if (value is not null)
        {
            Console.WriteLine($"< {name,-8} {value}");
        }
    }
}

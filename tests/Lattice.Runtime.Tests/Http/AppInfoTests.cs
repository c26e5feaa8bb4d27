using System.Text.Json;

namespace Lattice.Stripe.Tests.Http;

/// <summary>A program may name itself to Stripe.</summary>
public class AppInfoTests
{
    [Fact]
    public async Task The_program_follows_the_library()
    {
        var app = new StripeAppInfo
        {
            Name = "Shop Plugin",
            Version = "1.2.3",
            Url = new Uri("https://example.com/a b\"c"),
            PartnerId = "pp_partner_1",
        };
        using Caller caller = Caller.Succeeding(options => options.AppInfo = app);
        app.Name = "changed later";

        await caller.CreateAsync();

        Assert.EndsWith(") Shop_Plugin/1.2.3 (https://example.com/a%20b%22c)", caller.Sent.Header("User-Agent"), StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(caller.Sent.Header("X-Stripe-Client-User-Agent")!);
        JsonElement application = json.RootElement.GetProperty("application");
        Assert.Equal(
            ["name=Shop Plugin", "version=1.2.3", "url=https://example.com/a%20b%22c", "partner_id=pp_partner_1"],
            application.EnumerateObject().Select(property => $"{property.Name}={property.Value}"));
    }

    [Theory]
    [InlineData("https://müller.example/ä", "https://xn--mller-kva.example/%C3%A4")]
    [InlineData("https://example.com:8443/a(b)c?d=(e)#f", "https://example.com:8443/a%28b%29c?d=%28e%29")]
    [InlineData("http://[::1]:5000/", "http://[::1]:5000/")]
    public async Task The_URL_is_sent_in_ASCII(string address, string sent)
    {
        using Caller caller = Caller.Succeeding(options => options.AppInfo = new StripeAppInfo { Name = "Shop", Url = new Uri(address) });

        await caller.CreateAsync();

        Assert.EndsWith($" Shop ({sent})", caller.Sent.Header("User-Agent"), StringComparison.Ordinal);
        Assert.Contains($"\"url\":\"{sent}\"", caller.Sent.Header("X-Stripe-Client-User-Agent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_enough()
    {
        using Caller caller = Caller.Succeeding(options => options.AppInfo = new StripeAppInfo { Name = "Shop" });

        await caller.CreateAsync();

        Assert.EndsWith(") Shop", caller.Sent.Header("User-Agent"), StringComparison.Ordinal);
        Assert.EndsWith("""
            ,"application":{"name":"Shop"}}
            """, caller.Sent.Header("X-Stripe-Client-User-Agent"), StringComparison.Ordinal);
    }

    public static TheoryData<StripeAppInfo, string> Wrong => new()
    {
        { new StripeAppInfo(), "AppInfo.Name" },
        { new StripeAppInfo { Name = " a" }, "AppInfo.Name" },
        { new StripeAppInfo { Name = "a\nb" }, "AppInfo.Name" },
        { new StripeAppInfo { Name = "a\"b" }, "AppInfo.Name" },
        { new StripeAppInfo { Name = "a", Version = "" }, "AppInfo.Version" },
        { new StripeAppInfo { Name = "a", Version = "1 2" }, "AppInfo.Version" },
        { new StripeAppInfo { Name = "a", PartnerId = "p\"" }, "AppInfo.PartnerId" },
        { new StripeAppInfo { Name = "a", Url = new Uri("/relative", UriKind.Relative) }, "AppInfo.Url" },
        { new StripeAppInfo { Name = "a", Url = new Uri("file:///etc") }, "AppInfo.Url" },
        { new StripeAppInfo { Name = "a", Url = new Uri("https://user:password@example.com") }, "AppInfo.Url" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Values_that_are_not_allowed_in_a_header_are_rejected(StripeAppInfo app, string named)
    {
        var options = new StripeClientOptions { ApiKey = Caller.Key, AppInfo = app };

        ArgumentException exception = Assert.Throws<ArgumentException>(() => new StripeClient(options));

        Assert.StartsWith(named, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(options.Validate);
    }
}

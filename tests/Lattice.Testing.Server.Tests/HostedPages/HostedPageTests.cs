using System.Net;

namespace Lattice.Stripe.Testing.Tests.HostedPages;

/// <summary>The form of account links, as a browser sees it.</summary>
public sealed class HostedPageTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<AccountLinkVisit> _finished = [];
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly StripeStandIn _stripe;
    private StripeStandInServer _server = null!;

    public HostedPageTests()
        => _stripe = new StripeStandIn(new StripeStandInOptions { TimeProvider = _clock, OnFormFinished = _finished.Add });

    public async Task InitializeAsync() => _server = await StripeStandInServer.StartAsync(_stripe);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _browser.Dispose();
        _stripe.Dispose();
    }

    [Fact]
    public async Task A_link_opens_the_form_at_an_address_that_does_not_contain_the_link()
    {
        string link = await CreateLinkAsync();

        using HttpResponseMessage opened = await _browser.GetAsync(link);
        using HttpResponseMessage form = await _browser.GetAsync(new Uri(_server.PageAddress, opened.Headers.Location!));
        string html = await form.Content.ReadAsStringAsync();

        Assert.StartsWith(_server.PageAddress.AbsoluteUri + "account_link/acct_1/", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        Assert.Matches("^/pages/forms/[0-9a-f]{32}$", opened.Headers.Location!.ToString());
        Assert.All([opened, form], AssertPrivate);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (form.StatusCode, form.Content.Headers.ContentType!.MediaType));
        Assert.Contains("<h1>Get ready to be paid</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<code>acct_1</code>", html, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' https://shop.example https://other.example", PolicyOf(form), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", PolicyOf(form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finishing_the_form_redirects_to_the_return_URL_and_calls_OnFormFinished()
    {
        Uri form = await OpenAsync(await CreateLinkAsync());

        Uri? next = await PostAsync(form, "finish");

        Assert.Equal("https://shop.example/return?state=1", next?.AbsoluteUri);
        Assert.Equal(("acct_1", "account_onboarding"), (Assert.Single(_finished).Account, _finished[0].UseCase));
    }

    [Fact]
    public async Task Leaving_the_form_redirects_to_the_return_URL_and_keeps_the_form_open()
    {
        Uri form = await OpenAsync(await CreateLinkAsync());

        Uri? next = await PostAsync(form, "leave");
        using HttpResponseMessage again = await _browser.GetAsync(form);

        Assert.Equal("https://shop.example/return?state=1", next?.AbsoluteUri);
        Assert.Empty(_finished);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Letting_the_link_expire_redirects_to_the_refresh_URL_and_closes_the_form()
    {
        Uri form = await OpenAsync(await CreateLinkAsync());

        Uri? next = await PostAsync(form, "expire");
        using HttpResponseMessage again = await _browser.GetAsync(form);

        Assert.Equal("https://other.example/refresh", next?.AbsoluteUri);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_used_or_expired_link_redirects_to_the_refresh_URL(bool used)
    {
        string link = await CreateLinkAsync();
        if (used)
        {
            await OpenAsync(link);
        }
        else
        {
            _clock.Advance(TimeSpan.FromSeconds(300));
        }

        Assert.Equal("https://other.example/refresh", (await OpenAsync(link)).AbsoluteUri);
    }

    [Fact]
    public async Task A_link_without_a_redirect_target_shows_that_the_form_is_closed()
    {
        AccountLink link = await AccountLink.CreateAsync(
            _stripe.Client, new AccountLinkCreateParams { Account = "acct_1", Type = AccountLinkCreateType.AccountOnboarding });
        Uri form = await OpenAsync(link.Url.Reveal());

        using HttpResponseMessage left = await _browser.PostAsync(new Uri($"{form}/leave"), content: null);

        Assert.Equal(HttpStatusCode.Gone, left.StatusCode);
        Assert.Contains("This form is closed", await left.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account_link/acct_1/unknown", HttpStatusCode.Gone)]
    [InlineData("forms/unknown", HttpStatusCode.Gone)]
    [InlineData("billing_portal/session/x", HttpStatusCode.NotFound)]
    public async Task Missing_pages_are_HTML(string path, HttpStatusCode status)
    {
        using HttpResponseMessage response = await _browser.GetAsync(new Uri(_server.PageAddress, path));

        Assert.Equal((status, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        AssertPrivate(response);
    }

    [Fact]
    public async Task Text_of_the_platform_is_encoded_in_the_page()
    {
        Uri form = await OpenAsync(await CreateLinkAsync("acct_<stubs>é"));

        string html = await _browser.GetStringAsync(form);

        Assert.DoesNotContain("<stubs>", html, StringComparison.Ordinal);
        Assert.Contains("acct_&lt;stubs&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_refer_to_the_remaining_server_after_one_stops()
    {
        await using (await StripeStandInServer.StartAsync(_stripe))
        {
            Assert.DoesNotContain(_server.PageAddress.AbsoluteUri, await CreateLinkAsync(), StringComparison.Ordinal);
        }

        Assert.StartsWith(_server.PageAddress.AbsoluteUri, await CreateLinkAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_refer_to_the_served_pages_unless_the_options_name_others()
    {
        await _server.DisposeAsync();
        string unserved = await CreateLinkAsync();
        using var configured = new StripeStandIn(new StripeStandInOptions { PageAddress = new Uri("https://pages.test/forms") });
        await using StripeStandInServer server = await StripeStandInServer.StartAsync(configured);

        Assert.StartsWith("https://pages.stand-in.invalid/account_link/", unserved, StringComparison.Ordinal);
        Assert.StartsWith("https://pages.test/forms/account_link/", await CreateLinkAsync("acct_1", configured), StringComparison.Ordinal);
    }

    private static void AssertPrivate(HttpResponseMessage response)
    {
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    private static string PolicyOf(HttpResponseMessage response) => Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

    private async Task<string> CreateLinkAsync(string account = "acct_1", StripeStandIn? stripe = null)
    {
        AccountLink link = await AccountLink.CreateAsync((stripe ?? _stripe).Client, new AccountLinkCreateParams
        {
            Account = account,
            Type = AccountLinkCreateType.AccountOnboarding,
            RefreshUrl = "https://other.example/refresh",
            ReturnUrl = "https://shop.example/return?state=1",
        });
        return link.Url.Reveal();
    }

    /// <summary>Follows a link and returns its redirect target.</summary>
    private async Task<Uri> OpenAsync(string link)
    {
        using HttpResponseMessage opened = await _browser.GetAsync(link);
        return new Uri(_server.PageAddress, opened.Headers.Location!);
    }

    private async Task<Uri?> PostAsync(Uri form, string button)
    {
        using HttpResponseMessage response = await _browser.PostAsync(new Uri($"{form}/{button}"), content: null);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return response.Headers.Location;
    }
}

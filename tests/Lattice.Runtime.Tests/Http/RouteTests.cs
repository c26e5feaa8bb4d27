using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Http;

/// <summary>No route, value or server sends a request, and its key, away from the base address.</summary>
public sealed class RouteTests
{
    [Theory]
    [InlineData("v1/things")]
    [InlineData("https://evil.example/x")]
    [InlineData("/https://evil.example/x")]
    [InlineData("//evil.example/x")]
    [InlineData("///evil.example/x")]
    [InlineData("/\\evil.example/x")]
    [InlineData("\\\\evil.example\\x")]
    [InlineData("/v1/../x")]
    [InlineData("/v1/./x")]
    [InlineData("/..")]
    [InlineData("/v1/%2e%2E/x")]
    [InlineData("/v1/.%2e/x")]
    [InlineData("/v1/..\\x")]
    [InlineData("/v1//x")]
    [InlineData("/v1/")]
    [InlineData("/")]
    [InlineData("/v1/x?y=z")]
    [InlineData("/v1/x#y")]
    [InlineData("/v1/x y")]
    [InlineData("/v1/x\r\ny")]
    [InlineData("/v1/\t")]
    public void A_route_that_is_not_a_path_is_rejected(string route)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => Thing.Post(route));

        Assert.Contains("route", exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/v1/{a}{b}/x", ".", ".")]
    [InlineData("/v1/.{a}/x{b}", ".", "y")]
    [InlineData("/v1/{a}./{b}", ".", "y")]
    public async Task Values_that_together_form_a_dot_segment_are_rejected(string route, string a, string b)
    {
        using Caller caller = Caller.Succeeding(options => options.BaseAddress = new Uri("https://proxy.example/stripe/"));

        await Assert.ThrowsAsync<ArgumentException>(
            () => Thing.Post(route).TrySendAsync(caller.Client, [a, b], null, null, CancellationToken.None));

        Assert.Empty(caller.Handler.Requests);
    }

    [Theory]
    [InlineData("http://files.stripe.com/")]
    [InlineData("https://evil.example/")]
    [InlineData("https://evilstripe.com/")]
    [InlineData("https://stripe.com.evil.example/")]
    [InlineData("https://stripe.com@evil.example/")]
    [InlineData("https://files.stripe.com./")]
    [InlineData("https://files.stripe.com:444/")]
    [InlineData("https://user@files.stripe.com/")]
    [InlineData("https://files.stripe.com/x/")]
    [InlineData("https://files.stripe.com/?x")]
    [InlineData("http://localhost/")]
    [InlineData("ftp://files.stripe.com/")]
    public async Task A_server_that_is_not_Stripes_gets_no_key(string server)
    {
        using Caller caller = Caller.Succeeding();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => At(server).TrySendAsync(caller.Client, [], null, null, CancellationToken.None));

        Assert.Contains("stripe.com or below it", exception.Message, StringComparison.Ordinal);
        Assert.Empty(caller.Handler.Requests);
    }

    [Theory]
    [InlineData("https://files.stripe.com", "https://files.stripe.com/v1/things")]
    [InlineData("https://FILES.Stripe.com/", "https://files.stripe.com/v1/things")]
    [InlineData("https://a.b.stripe.com:443/", "https://a.b.stripe.com/v1/things")]
    [InlineData("https://stripe.com/", "https://stripe.com/v1/things")]
    public async Task A_server_of_Stripe_is_used(string server, string expected)
    {
        using Caller caller = Caller.Succeeding();

        await At(server).SendAsync(caller.Client, [], null, null, CancellationToken.None);

        Assert.Equal(expected, caller.Sent.Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://evil.example/")]
    [InlineData("https://files.stripe.com/")]
    public async Task A_client_with_its_own_base_address_sends_everything_there(string server)
    {
        using Caller caller = Caller.Succeeding(options => options.BaseAddress = new Uri("http://127.0.0.1:12111/"));

        await At(server).SendAsync(caller.Client, [], null, null, CancellationToken.None);

        Assert.Equal("http://127.0.0.1:12111/v1/things", caller.Sent.Uri.AbsoluteUri);
    }

    private static StripeOperation<FormParams, Thing> At(string server) => new(
        "Thing.Create", HttpMethod.Post, "/v1/things", Thing.ApiVersion, StripeJsonReader.Read<Thing>)
    {
        BodyKind = StripeBodyKind.Form,
        Server = new Uri(server),
    };
}

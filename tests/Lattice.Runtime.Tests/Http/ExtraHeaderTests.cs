namespace Lattice.Stripe.Tests.Http;

/// <summary>The extra headers of a caller.</summary>
public sealed class ExtraHeaderTests
{
    [Fact]
    public async Task Extra_headers_are_sent_unchanged()
    {
        using Caller caller = Caller.Succeeding();

        await caller.CreateAsync(null, Extra(("X-Trace", "a b, c"), ("Accept-Language", "sv")));

        Assert.Equal("a b, c", caller.Sent.Header("X-Trace"));
        Assert.Equal("sv", caller.Sent.Header("Accept-Language"));
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("Accept-Encoding")]
    [InlineData("Authorization")]
    [InlineData("Content-Encoding")]
    [InlineData("Expect")]
    [InlineData("AUTHORIZATION")]
    [InlineData("Content-Length")]
    [InlineData("content-type")]
    [InlineData("Host")]
    [InlineData("Idempotency-Key")]
    [InlineData("idempotency-key")]
    [InlineData("Stripe-Account")]
    [InlineData("Stripe-Context")]
    [InlineData("Stripe-Version")]
    [InlineData("Transfer-Encoding")]
    [InlineData("User-Agent")]
    [InlineData("X-Stripe-Client-User-Agent")]
    public Task The_headers_of_the_client_are_rejected(string name) => AssertRefusedAsync(name, "hidden-value");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("a\nb")]
    [InlineData("é")]
    public Task Invalid_names_are_rejected(string name) => AssertRefusedAsync(name, "hidden-value");

    [Theory]
    [InlineData("hidden-value\r\nInjected: 1")]
    [InlineData("hidden-value\n")]
    [InlineData("hidden-value\0")]
    [InlineData("hidden-value\t")]
    [InlineData("hidden-value é")]
    [InlineData("hidden-value \u007f")]
    public Task Invalid_values_are_rejected(string value) => AssertRefusedAsync("X-Trace", value);

    private static async Task AssertRefusedAsync(string name, string value)
    {
        using Caller caller = Caller.Succeeding();

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => caller.TryAsync(null, Extra((name, value))));

        Assert.DoesNotContain("hidden-value", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(caller.Handler.Requests);
    }

    private static StripeRequestOptions Extra(params (string Name, string Value)[] headers) =>
        new() { ExtraHeaders = headers.ToDictionary(header => header.Name, header => header.Value) };
}

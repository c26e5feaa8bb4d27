using Lattice.Stripe.Serialization.Form;

namespace Lattice.Stripe.Tests;

public sealed class StripeOperationTests
{
    [Fact]
    public void It_has_the_values_of_its_constructor()
    {
        StripeOperation<FormParams, Thing> operation = Thing.Post("/v1/accounts/{account}/things");

        Assert.Equal("Thing.Create", operation.Name);
        Assert.Equal(HttpMethod.Post, operation.Method);
        Assert.Equal("/v1/accounts/{account}/things", operation.RouteTemplate);
        Assert.Equal(StripeBodyKind.Form, operation.BodyKind);
        Assert.Equal(Thing.ApiVersion, operation.ApiVersion);
        Assert.NotNull(operation.Reader);
        Assert.Equal("POST /v1/accounts/{account}/things", operation.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1/things")]
    [InlineData("https://api.stripe.com/v1/things")]
    [InlineData("/v1/{account")]
    [InlineData("/v1/{account}/{")]
    public void A_route_must_start_with_a_slash_and_close_its_braces(string route) =>
        Assert.Throws<ArgumentException>(() => Thing.Post(route));

    [Fact]
    public void No_argument_may_be_null()
    {
        Assert.Throws<ArgumentNullException>(() => Make(name: null!));
        Assert.Throws<ArgumentException>(() => Make(name: ""));
        Assert.Throws<ArgumentNullException>(() => Make(apiVersion: null!));
        Assert.Throws<ArgumentException>(() => Make(apiVersion: ""));
        Assert.Throws<ArgumentNullException>(() => Thing.Post(null!));
        Assert.Throws<ArgumentNullException>(
            () => new StripeOperation<FormParams, Thing>("n", null!, "/", StripeBodyKind.Form, "v", Thing.Read));
        Assert.Throws<ArgumentNullException>(
            () => new StripeOperation<FormParams, Thing>("n", HttpMethod.Post, "/", StripeBodyKind.Form, "v", null!));

        static StripeOperation<FormParams, Thing> Make(string name = "n", string apiVersion = "v") =>
            new(name, HttpMethod.Post, "/v1", StripeBodyKind.Form, apiVersion, Thing.Read);
    }

    [Fact]
    public async Task A_null_client_is_misuse()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(
            () => Thing.CreateOperation.SendAsync(null!, [], null, null, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentNullException>(
            () => Thing.CreateOperation.TrySendAsync(null!, [], null, null, CancellationToken.None));
    }

    [Fact]
    public async Task A_null_operation_is_misuse()
    {
        using Caller caller = Caller.Succeeding();

        await Assert.ThrowsAsync<ArgumentNullException>(
            async () => await caller.Client.SendAsync<FormParams, Thing>(null!, [], null, null, CancellationToken.None));
    }

    [Fact]
    public async Task An_unknown_body_format_is_rejected()
    {
        using Caller caller = Caller.Succeeding();
        var operation = new StripeOperation<FormParams, Thing>("n", HttpMethod.Post, "/v1", (StripeBodyKind)99, "v", Thing.Read);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => operation.TrySendAsync(caller.Client, [], null, null, CancellationToken.None));
    }
}

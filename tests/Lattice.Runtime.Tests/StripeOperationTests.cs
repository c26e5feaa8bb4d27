using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

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
            () => new StripeOperation<FormParams, Thing>("n", null!, "/v1", "v", StripeJsonReader.Read<Thing>));
        Assert.Throws<ArgumentNullException>(
            () => new StripeOperation<FormParams, Thing>("n", HttpMethod.Post, "/v1", "v", null!));

        static StripeOperation<FormParams, Thing> Make(string name = "n", string apiVersion = "v") =>
            new(name, HttpMethod.Post, "/v1", apiVersion, StripeJsonReader.Read<Thing>);
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
    public void A_null_operation_is_misuse() =>
        Assert.Throws<ArgumentNullException>(() => new StripeRequest<FormParams, Thing>(null!));

    [Fact]
    public void What_the_constructor_does_not_take_has_a_default()
    {
        StripeOperation<FormParams, Thing> operation = new("n", HttpMethod.Post, "/v1", "v", StripeJsonReader.Read<Thing>);

        Assert.Equal(StripeBodyKind.None, operation.BodyKind);
        Assert.Null(operation.Server);
        Assert.Empty(operation.ErrorCodes);
    }

    [Fact]
    public void An_operation_equals_itself_only()
    {
        StripeOperation first = Thing.Post("/v1/things");
        StripeOperation second = Thing.Post("/v1/things");
        StripeOperation? none = null;
        StripeOperation same = first;

        Assert.True(first == same);
        Assert.False(first != same);
        Assert.True(first.Equals(same));
        Assert.True(first.Equals((object)same));
        Assert.Equal(first.GetHashCode(), same.GetHashCode());
        Assert.False(first == second);
        Assert.True(first != second);
        Assert.False(first.Equals(second));
        Assert.False(first.Equals((object?)null));
        Assert.False(first == none);
        Assert.True(none == null);
    }

    [Fact]
    public async Task An_unknown_body_format_is_rejected()
    {
        using Caller caller = Caller.Succeeding();
        var operation = new StripeOperation<FormParams, Thing>("n", HttpMethod.Post, "/v1", "v", StripeJsonReader.Read<Thing>)
        {
            BodyKind = (StripeBodyKind)99,
        };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => operation.TrySendAsync(caller.Client, [], null, null, CancellationToken.None));
    }
}

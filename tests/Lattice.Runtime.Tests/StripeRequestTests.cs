using Lattice.Stripe.Serialization.Form;

namespace Lattice.Stripe.Tests;

/// <summary>A request is a value: it is compared, changed with <see langword="with"/>, and printed without what it holds.</summary>
public sealed class StripeRequestTests
{
    private static readonly ThingParams s_parameters = new() { Text = "hidden" };
    private static readonly StripeRequestOptions s_options = new() { StripeAccount = "hidden", ApiKey = "sk_hidden" };

    [Fact]
    public void It_has_what_it_was_created_with()
    {
        StripeRequest<FormParams, Thing> request = Create();

        Assert.Same(Thing.CreateOperation, request.Operation);
        Assert.Equal(["hidden"], request.PathParameters);
        Assert.Same(s_parameters, request.Parameters);
        Assert.Same(s_options, request.Options);
    }

    [Fact]
    public void What_is_not_set_is_empty()
    {
        var request = new StripeRequest<FormParams, Thing>(Thing.CreateOperation);

        Assert.Empty(request.PathParameters);
        Assert.Null(request.Parameters);
        Assert.Null(request.Options);
    }

    [Fact]
    public void With_changes_one_part_of_a_copy()
    {
        StripeRequest<FormParams, Thing> request = Create();
        var options = new StripeRequestOptions();

        StripeRequest<FormParams, Thing> changed = request with { Options = options };

        Assert.Same(options, changed.Options);
        Assert.Same(s_options, request.Options);
        Assert.Same(request.Operation, changed.Operation);
        Assert.Same(request.Parameters, changed.Parameters);
        Assert.Equal(request.PathParameters, changed.PathParameters);
        Assert.Null((request with { Options = null, Parameters = null }).Parameters);
        Assert.Equal(["y"], (request with { PathParameters = ["y"] }).PathParameters);
    }

    [Fact]
    public void Two_requests_are_equal_if_they_hold_the_same_objects()
    {
        StripeRequest<FormParams, Thing> request = Create();
        StripeRequest<FormParams, Thing> same = Create();

        Assert.True(request == same);
        Assert.False(request != same);
        Assert.True(request.Equals((object)same));
        Assert.Equal(request.GetHashCode(), same.GetHashCode());
        foreach (StripeRequest<FormParams, Thing> other in new[]
        {
            request with { PathParameters = ["other"] },
            request with { PathParameters = [] },
            request with { Parameters = new ThingParams { Text = "hidden" } },
            request with { Parameters = null },
            request with { Options = new(s_options) },
            request with { Options = null },
            new(Thing.Post("/v1/things")) { PathParameters = ["hidden"], Parameters = s_parameters, Options = s_options },
            default,
        })
        {
            Assert.False(request == other);
            Assert.True(request != other);
            Assert.False(request.Equals((object)other));
        }

        Assert.False(request.Equals(null));
        Assert.True(default == default(StripeRequest<FormParams, Thing>));
    }

    [Fact]
    public void Its_text_is_the_method_and_the_route_without_values()
    {
        var request = new StripeRequest<FormParams, Thing>(Thing.Post("/v1/things/{thing}"))
        {
            PathParameters = ["hidden"],
            Parameters = s_parameters,
            Options = s_options,
        };

        Assert.Equal("POST /v1/things/{thing}", request.ToString());
        Assert.Equal("POST /v1/things/{thing}", $"{request}");
        Assert.Equal("", default(StripeRequest<FormParams, Thing>).ToString());
    }

    [Fact]
    public void The_default_has_no_operation_and_can_still_be_compared()
    {
        StripeRequest<FormParams, Thing> request = default;

        var exception = Assert.Throws<InvalidOperationException>(() => request.Operation);

        Assert.Equal("The request has no operation. Create it with the constructor that takes one.", exception.Message);
        Assert.Equal(request, request with { Options = null });
        Assert.Equal(request.GetHashCode(), default(StripeRequest<FormParams, Thing>).GetHashCode());
    }

    private static StripeRequest<FormParams, Thing> Create() => new(Thing.CreateOperation)
    {
        PathParameters = ["hidden"],
        Parameters = s_parameters,
        Options = s_options,
    };
}

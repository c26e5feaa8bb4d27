namespace Lattice.Stripe.Tests;

/// <summary>A client of a user's own implements one member.</summary>
public sealed class CustomClientTests
{
    [Fact]
    public async Task A_custom_client_receives_the_calls_of_resources()
    {
        var thing = new Thing { Id = "thing_1" };
        var client = new CustomClient(new StripeResult<Thing>(thing));
        var parameters = new ThingParams { Text = "a" };
        var options = new StripeRequestOptions();
        using var source = new CancellationTokenSource();

        Thing sent = await Thing.CreateOperation.SendAsync(client, ["p"], parameters, options, source.Token);
        StripeResult<Thing> tried = await Thing.CreateOperation.TrySendAsync(client, ["p"], parameters, options, source.Token);

        Assert.Same(thing, sent);
        Assert.Same(thing, tried.Value);
        PathParameters path = ["p"];
        Assert.Equal(2, client.Calls.Count);
        Assert.All(client.Calls, call => Assert.Equal(new Call(Thing.CreateOperation, path, parameters, options, source.Token), call));
    }

    [Fact]
    public async Task The_errors_of_a_custom_client_are_thrown_or_returned()
    {
        var error = new StripeError { Type = StripeErrorType.RateLimitError, Message = "Slow down." };
        var client = new CustomClient(new StripeResult<Thing>(error));

        var exception = await Assert.ThrowsAsync<StripeException>(
            () => Thing.CreateOperation.SendAsync(client, [], null, null, CancellationToken.None));
        StripeResult<Thing> tried = await Thing.CreateOperation.TrySendAsync(client, [], null, null, CancellationToken.None);

        Assert.Same(error, exception.Error);
        Assert.Null(exception.Response);
        Assert.Same(error, tried.Error);
    }

    [Fact]
    public async Task An_empty_result_is_reported_as_a_bug_of_the_client()
    {
        var client = new CustomClient(default(StripeResult<Thing>));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Thing.CreateOperation.SendAsync(client, [], null, null, CancellationToken.None));

        Assert.Contains(nameof(IStripeClient), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decorator_forwards_calls()
    {
        using Caller caller = Caller.Succeeding();
        var decorator = new ForAccount(caller.Client, "acct_1");

        await Thing.CreateOperation.SendAsync(decorator, [], new ThingParams { Text = "a" }, null, CancellationToken.None);

        Assert.Equal("acct_1", caller.Sent.Header("Stripe-Account"));
        Assert.Equal("text=a", caller.Sent.Body);
    }

    private sealed record Call(
        object Operation, PathParameters Path, object? Parameters, StripeRequestOptions? Options, CancellationToken Token);

    private sealed class CustomClient(object response) : IStripeClient
    {
        public List<Call> Calls { get; } = [];

        public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeOperation<TParams, TResource> operation,
            PathParameters path,
            TParams? parameters,
            StripeRequestOptions? options,
            CancellationToken cancellationToken)
            where TParams : StripeParams
            where TResource : StripeResource
        {
            Calls.Add(new Call(operation, path, parameters, options, cancellationToken));
            return new((StripeResult<TResource>)response);
        }
    }

    private sealed class ForAccount(IStripeClient inner, string account) : IStripeClient
    {
        public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeOperation<TParams, TResource> operation,
            PathParameters path,
            TParams? parameters,
            StripeRequestOptions? options,
            CancellationToken cancellationToken)
            where TParams : StripeParams
            where TResource : StripeResource =>
            inner.SendAsync(operation, path, parameters, new StripeRequestOptions { StripeAccount = account }, cancellationToken);
    }
}

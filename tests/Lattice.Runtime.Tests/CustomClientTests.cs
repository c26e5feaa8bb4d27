using System.Collections.Concurrent;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests;

/// <summary>A client of a user's own implements one member.</summary>
public sealed class CustomClientTests
{
    private static readonly StripeOperation<FormParams, Thing> s_other = Thing.Post("/v1/things/{thing}");

    [Fact]
    public async Task A_custom_client_receives_the_calls_of_resources()
    {
        var thing = new Thing { Id = "thing_1" };
        var client = new FakeClient(new StripeResult<Thing>(thing));
        var parameters = new ThingParams { Text = "a" };
        var options = new StripeRequestOptions();
        using var source = new CancellationTokenSource();

        Thing sent = await Thing.CreateOperation.SendAsync(client, ["p"], parameters, options, source.Token);
        StripeResult<Thing> tried = await Thing.CreateOperation.TrySendAsync(client, ["p"], parameters, options, source.Token);

        Assert.Same(thing, sent);
        Assert.Same(thing, tried.Value);
        var expected = new StripeRequest<FormParams, Thing>(Thing.CreateOperation)
        {
            PathParameters = ["p"],
            Parameters = parameters,
            Options = options,
        };
        Assert.Equal(2, client.Calls.Count);
        Assert.All(client.Calls, call => Assert.Equal(new Call(expected, source.Token), call));
    }

    [Fact]
    public async Task The_errors_of_a_custom_client_are_thrown_or_returned()
    {
        var error = new StripeError { Type = StripeErrorType.RateLimitError, Message = "Slow down." };
        var client = new FakeClient(new StripeResult<Thing>(error));

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
        var client = new FakeClient(default(StripeResult<Thing>));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Thing.CreateOperation.SendAsync(client, [], null, null, CancellationToken.None));

        Assert.Contains(nameof(IStripeClient), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decorator_changes_one_option_and_forwards_the_rest()
    {
        using Caller caller = Caller.Succeeding();
        var decorator = new ForAccount(caller.Client, () => "acct_1");
        var options = new StripeRequestOptions { IdempotencyKey = "key-1", StripeAccount = "acct_other" };

        await s_other.SendAsync(decorator, ["thing_7"], new ThingParams { Text = "a" }, options, CancellationToken.None);

        Assert.Equal("acct_1", caller.Sent.Header("Stripe-Account"));
        Assert.Equal("key-1", caller.Sent.Header("Idempotency-Key"));
        Assert.Equal("text=a", caller.Sent.Body);
        Assert.Equal("/v1/things/thing_7", caller.Sent.Uri.AbsolutePath);
        Assert.Equal("acct_other", options.StripeAccount);
    }

    [Fact]
    public async Task A_decorator_changes_the_options_of_a_call_that_has_none()
    {
        using Caller caller = Caller.Succeeding();

        await Thing.CreateOperation.TrySendAsync(
            new ForAccount(caller.Client, () => "acct_1"), [], null, null, CancellationToken.None);

        Assert.Equal("acct_1", caller.Sent.Header("Stripe-Account"));
    }

    [Fact]
    public async Task A_client_for_each_tenant_sends_to_its_account()
    {
        using Caller caller = Caller.Succeeding();
        var tenant = new AsyncLocal<string>();
        var client = new ForAccount(caller.Client, () => tenant.Value!);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            tenant.Value = $"acct_{i}";
            await Task.Yield();
            await Thing.CreateOperation.SendAsync(client, [], new ThingParams { Number = i }, null, CancellationToken.None);
        })));

        Assert.Equal(
            Enumerable.Range(0, 20).Select(i => ($"acct_{i}", $"number={i}")).Order(),
            caller.Handler.Requests.Select(request => (request.Header("Stripe-Account")!, request.Body!)).Order());
    }

    [Fact]
    public async Task A_client_routes_each_tenant_to_its_own_client()
    {
        using Caller first = Caller.Succeeding();
        using Caller second = Caller.Succeeding();
        var router = new Router(new Dictionary<string, IStripeClient> { ["acct_1"] = first.Client, ["acct_2"] = second.Client });

        await CallAsync("acct_1");
        await CallAsync("acct_2");
        await CallAsync("acct_2");

        Assert.Single(first.Handler.Requests);
        Assert.Equal(2, second.Handler.Requests.Count);

        Task<Thing> CallAsync(string account) => Thing.CreateOperation.SendAsync(
            router, [], null, new StripeRequestOptions { StripeAccount = account }, CancellationToken.None);
    }

    [Fact]
    public async Task A_client_tells_operations_apart_by_instance_and_by_name()
    {
        using Caller caller = Caller.Succeeding();
        var client = new Selective(caller.Client);
        var named = new StripeOperation<FormParams, Thing>(
            "Thing.Rename", HttpMethod.Post, "/v1/things/rename", Thing.ApiVersion, StripeJsonReader.Read<Thing>);

        await Thing.CreateOperation.SendAsync(client, [], null, null, CancellationToken.None);
        await s_other.SendAsync(client, ["thing_1"], null, null, CancellationToken.None);
        await named.SendAsync(client, [], null, null, CancellationToken.None);

        Assert.Equal(["instance", "other", "name"], client.Seen);
    }

    [Fact]
    public async Task A_request_without_an_operation_is_refused()
    {
        using Caller caller = Caller.Succeeding();
        StripeRequest<FormParams, Thing> request = default;

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await caller.Client.SendAsync(request, CancellationToken.None));
        var read = Assert.Throws<InvalidOperationException>(() => request.Operation);
        var inDecorator = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await new Selective(caller.Client).SendAsync(request, CancellationToken.None));
        var changed = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await caller.Client.SendAsync(request with { PathParameters = ["x"] }, CancellationToken.None));

        Assert.Equal("The request has no operation. Create it with the constructor that takes one.", refused.Message);
        Assert.Equal(refused.Message, read.Message);
        Assert.Equal(refused.Message, inDecorator.Message);
        Assert.Equal(refused.Message, changed.Message);
        Assert.Empty(caller.Handler.Requests);
    }

    private sealed record Call(object Request, CancellationToken Token);

    /// <summary>Replaces a client: no request is sent.</summary>
    private sealed class FakeClient(object response) : IStripeClient
    {
        public List<Call> Calls { get; } = [];

        public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
            where TParams : StripeParams
            where TResource : StripeResource
        {
            Calls.Add(new Call(request, cancellationToken));
            return new((StripeResult<TResource>)response);
        }
    }

    /// <summary>The client of the documentation of <see cref="IStripeClient"/>.</summary>
    private sealed class ForAccount(IStripeClient inner, Func<string> account) : IStripeClient
    {
        public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
            where TParams : StripeParams
            where TResource : StripeResource =>
            inner.SendAsync(request with { Options = new(request.Options) { StripeAccount = account() } }, cancellationToken);
    }

    private sealed class Router(IReadOnlyDictionary<string, IStripeClient> clients) : IStripeClient
    {
        public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
            where TParams : StripeParams
            where TResource : StripeResource =>
            clients[request.Options!.StripeAccount!].SendAsync(request, cancellationToken);
    }

    private sealed class Selective(IStripeClient inner) : IStripeClient
    {
        public ConcurrentQueue<string> Seen { get; } = [];

        public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
            where TParams : StripeParams
            where TResource : StripeResource
        {
            // The two sides have different types in a generic method.
            Seen.Enqueue(
                request.Operation == Thing.CreateOperation ? "instance"
                : request.Operation.Name == "Thing.Rename" ? "name"
                : "other");
            return inner.SendAsync(request, cancellationToken);
        }
    }
}

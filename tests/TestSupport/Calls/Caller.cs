using Lattice.Stripe;
using Lattice.Stripe.Serialization;
using Lattice.TestSupport.Http;

namespace Lattice.TestSupport.Calls;

/// <summary>A client over a scripted handler, and the calls that most tests make with it.</summary>
public sealed class Caller : IDisposable
{
    public const string Key = "sk_test_Zm9yYmlkZGVu";

    public Caller(ScriptedHandler handler, Action<StripeClientOptions>? configure = null)
    {
        // One attempt, unless a test is about more.
        var options = new StripeClientOptions { ApiKey = Key, MaxRetries = 0 };
        configure?.Invoke(options);
        Handler = handler;
        Client = new StripeClient(options, handler);
    }

    public ScriptedHandler Handler { get; }

    public StripeClient Client { get; }

    public RecordedRequest Sent => Assert.Single(Handler.Requests);

    public static Caller Responding(int status, string body, params (string Name, string Value)[] headers) =>
        new(ScriptedHandler.Responding(status, body, headers));

    /// <summary>One whose every call succeeds.</summary>
    public static Caller Succeeding(Action<StripeClientOptions>? configure = null) =>
        new(ScriptedHandler.Responding(200, Reply.Thing), configure);

    public Task<StripeResult<Thing>> TryAsync(
        FormParams? parameters = null, StripeRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Thing.CreateOperation.TrySendAsync(Client, [], parameters, options, cancellationToken);

    public Task<Thing> CreateAsync(
        FormParams? parameters = null, StripeRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Thing.CreateOperation.SendAsync(Client, [], parameters, options, cancellationToken);

    /// <summary>The form body that these parameters are sent as.</summary>
    public static async Task<string> EncodeAsync(FormParams? parameters, StripeRequestOptions? options = null)
    {
        using Caller caller = Succeeding();
        await caller.CreateAsync(parameters, options);
        return caller.Sent.Body!;
    }

    /// <summary>The thing that this response of Stripe's is read as.</summary>
    public static async Task<Thing> DecodeAsync(string json)
    {
        using Caller caller = Responding(200, json, Reply.RequestId);
        return await caller.CreateAsync();
    }

    /// <summary>The error that this response is read as.</summary>
    public static async Task<StripeError> FailAsync(int status, string body, params (string Name, string Value)[] headers)
    {
        using Caller caller = Responding(status, body, headers);
        return Failed(await caller.TryAsync());
    }

    public static StripeError Failed(StripeResult<Thing> result)
    {
        Assert.False(result.IsSuccess);
        return result.Error;
    }

    public void Dispose() => Client.Dispose();
}

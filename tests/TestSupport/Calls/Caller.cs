using Lattice.Stripe;
using Lattice.Stripe.Serialization.Form;
using Lattice.TestSupport.Http;

namespace Lattice.TestSupport.Calls;

/// <summary>A client with a stub handler, and the calls that most tests make with it.</summary>
public sealed class Caller : IDisposable
{
    public const string Key = "sk_test_Zm9yYmlkZGVu";

    public Caller(StubHandler handler, Action<StripeClientOptions>? configure = null)
    {
        // One attempt, unless a test needs more.
        var options = new StripeClientOptions { ApiKey = Key, MaxRetries = 0 };
        configure?.Invoke(options);
        Handler = handler;
        Client = new StripeClient(options, handler);
    }

    public StubHandler Handler { get; }

    public StripeClient Client { get; }

    public RecordedRequest Sent => Assert.Single(Handler.Requests);

    public static Caller Responding(int status, string body, params (string Name, string Value)[] headers) =>
        new(StubHandler.Responding(status, body, headers));

    /// <summary>Creates a caller whose calls all succeed.</summary>
    public static Caller Succeeding(Action<StripeClientOptions>? configure = null) =>
        new(StubHandler.Responding(200, StubResponse.Thing), configure);

    public Task<StripeResult<Thing>> TryAsync(
        FormParams? parameters = null, StripeRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Thing.CreateOperation.TrySendAsync(Client, [], parameters, options, cancellationToken);

    public Task<Thing> CreateAsync(
        FormParams? parameters = null, StripeRequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Thing.CreateOperation.SendAsync(Client, [], parameters, options, cancellationToken);

    /// <summary>Returns the form body of the parameters.</summary>
    public static async Task<string> EncodeAsync(FormParams? parameters, StripeRequestOptions? options = null)
    {
        using Caller caller = Succeeding();
        await caller.CreateAsync(parameters, options);
        return caller.Sent.Body!;
    }

    /// <summary>Returns the thing that is read from a response of Stripe.</summary>
    public static async Task<Thing> DecodeAsync(string json)
    {
        using Caller caller = Responding(200, json, StubResponse.RequestId);
        return await caller.CreateAsync();
    }

    /// <summary>Returns the error that is read from a response.</summary>
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

using System.Globalization;
using System.Text.Json;
using Lattice.Fuzz.Findings;
using Lattice.Fuzz.Running;
using Lattice.Stripe;
using Lattice.TestSupport.Logging;
using Microsoft.Extensions.Logging;

namespace Lattice.Fuzz.Responses;

/// <summary>A call of an operation, and what happens to its attempts.</summary>
/// <param name="caller">The operation.</param>
/// <param name="attempts">What happens to its attempts, the last one again and again.</param>
/// <param name="identity">What tells the resource apart.</param>
/// <param name="settings">The settings of the client.</param>
internal sealed class ResponseInput(
    OperationCaller caller, IReadOnlyList<Attempt> attempts, ResourceIdentity identity, CallSettings settings) : IFuzzInput
{
    /// <summary>The key of the client. A server may return it in a message.</summary>
    public const string ApiKey = "sk_test_Qx7APIKEYz9";

    public IEnumerable<InputFile> Files =>
    [
        new("call.txt", $"{caller.Operation.Name} {caller.Operation}\n{settings}\n"),
        .. attempts.Select((attempt, index) => new InputFile(
            string.Create(CultureInfo.InvariantCulture, $"attempt-{index}.txt"), System.Text.Encoding.Latin1.GetBytes(attempt.ToString()))),
    ];

    public async Task<IReadOnlyList<Violation>> CheckAsync()
    {
        ObservedCall call = await ObserveAsync(settings.Chunk);
        ObservedCall whole = await ObserveAsync(int.MaxValue);
        return
        [
            .. ResponseInvariants.Check(call, identity, settings),
            .. ResponseInvariants.CheckSame(call, whole),
            .. attempts.SelectMany(attempt => CheckDeserialize(attempt.Body)),
        ];
    }

    private IReadOnlyList<Violation> CheckDeserialize(byte[] body)
    {
        try
        {
            StripeObject resource = caller.Deserialize(body);
            return ResponseInvariants.CheckSecrets([resource.ToString(), Serialize(resource)]);
        }
        catch (JsonException exception)
        {
            return ResponseInvariants.CheckSecrets([exception.ToString()]);
        }
    }

    private async Task<ObservedCall> ObserveAsync(int chunk)
    {
        using var log = new LogRecorder();
        using var loggers = new LoggerFactory([log]);
        using var handler = new ScriptedHandler(attempts, chunk);
        using var client = new StripeClient(CreateOptions(loggers), handler);
        var options = new StripeRequestOptions { IdempotencyKey = "key_1" };
        CallResult result = await caller.TryAsync(client, options);
        IReadOnlyList<Attempt> made =
            [.. Enumerable.Range(0, handler.Attempts).Select(index => attempts[Math.Min(index, attempts.Count - 1)])];

        // On its own, because the script starts again.
        StripeException? thrown = null;
        using var again = new ScriptedHandler(attempts, chunk);
        using var throwing = new StripeClient(CreateOptions(loggers), again);
        try
        {
            await caller.SendAsync(throwing, options);
        }
        catch (StripeException exception)
        {
            thrown = exception;
        }

        return new ObservedCall(result, thrown, made, Serialize((object?)result.Value ?? result.Error), log.Text);
    }

    // No attempt has a timeout, because delays end at once on this clock.
    private StripeClientOptions CreateOptions(ILoggerFactory loggers) => new()
    {
        ApiKey = ApiKey,
        MaxRetries = settings.MaxRetries,
        MaxResponseBytes = settings.MaxResponseBytes ?? 10 * 1024 * 1024,
        MissingFields = settings.FailsOnMissingFields ? MissingFieldPolicy.Fail : default,
        AttemptTimeout = Timeout.InfiniteTimeSpan,
        TimeProvider = new StandingClock(),
        LoggerFactory = loggers,
    };

    private static string Serialize(object? value) => value is null ? "" : JsonSerializer.Serialize(value, value.GetType());
}

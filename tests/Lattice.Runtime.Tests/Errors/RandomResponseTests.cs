using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Errors;

/// <summary>
/// Any response ends in a result, and no text of it contains a secret. Each run uses other responses; a failed run
/// prints the seed with which <c>Config.WithReplay</c> repeats it.
/// </summary>
public sealed class RandomResponseTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    [Fact]
    public void A_random_response_is_a_result() => Check.One(s_config, Prop.ForAll(Arb.From(RandomResponse.Any), response =>
    {
        using var caller = new Caller(new StubHandler((_, _) => Task.FromResult(response.ToMessage())));

        AssertResult(caller.TryAsync().GetAwaiter().GetResult(), [response]);
    }));

    [Fact]
    public void A_random_sequence_of_responses_and_failures_is_a_result() => Check.One(s_config, Prop.ForAll(Arb.From(Sequence), attempts =>
    {
        using var caller = new RetryingCaller(attempts.Select(attempt =>
            attempt is null ? RetryingCaller.Fail(new HttpRequestException("hidden")) : attempt.ToMessage));

        StripeResult<Thing> result = caller.TryAsync().GetAwaiter().GetResult();

        int sent = caller.Handler.Requests.Count;
        AssertResult(result, attempts[..sent]);
        Assert.Equal(sent, result.Error?.Attempts ?? result.Response!.Attempts);
        Assert.Single(caller.Handler.Requests.Select(request => (request.Body, request.Header("Idempotency-Key"))).Distinct());
    }));

    /// <summary>Three attempts, some without a response.</summary>
    private static Gen<RandomResponse?[]> Sequence =>
        Gen.Frequency(
            (4, RandomResponse.Any.Select(response => (RandomResponse?)response)),
            (1, Gen.Constant((RandomResponse?)null))).ArrayOf(3);

    private static void AssertResult(StripeResult<Thing> result, RandomResponse?[] attempts)
    {
        int? status = attempts[^1]?.StatusCode;
        Assert.Equal(status, (int?)result.Response?.StatusCode);
        if (result.IsSuccess)
        {
            Assert.InRange(status!.Value, 200, 299);
            return;
        }

        StripeError error = result.Error;
        Assert.NotEqual("", error.Type.Value);
        Assert.Equal(status, (int?)error.StatusCode);
        Assert.Equal(status is >= 200 and <= 299, error.Type == StripeErrorType.DecodingError);
        Assert.Equal(status is null, error.GetException() is not null);
        var exception = Assert.Throws<StripeException>(() => result.GetValueOrThrow());
        string[] texts = [error.ToString(), exception.Message, exception.ToString(), result.ToString(), JsonSerializer.Serialize(error)];
        foreach (string text in texts)
        {
            Assert.DoesNotContain(Caller.Key, text, StringComparison.Ordinal);
            Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
        }
    }
}

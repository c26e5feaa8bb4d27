using System.Net;
using System.Text.Json;

namespace Lattice.Stripe.Tests.Errors;

/// <summary>Each file of <c>Cases</c> is a response outside 2xx, and the error that it is read as.</summary>
public sealed class ErrorCaseTests
{
    private const int MaxRawBodyBytes = 64 * 1024;

    public static TheoryData<string> Cases => [.. ErrorCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_response_is_read_as_the_error(string name)
    {
        ErrorCase given = ErrorCase.Read(name);
        byte[] body = given.GetBytes();
        StripeResult<Thing> result = await SendAsync(given, body);

        StripeError error = Caller.Failed(result);
        ExpectedError actual = ExpectedError.Of(error);
        Assert.Equal(Raw(given.Expected.ExtraFields), Raw(actual.ExtraFields));
        Assert.Equal(given.Expected with { ExtraFields = actual.ExtraFields }, actual);
        Assert.Equal((HttpStatusCode)given.Status, error.StatusCode);
        Assert.Equal((HttpStatusCode)given.Status, result.Response!.StatusCode);
        Assert.Equal(1, error.Attempts);
        Assert.Equal("key-1", error.IdempotencyKey);
        Assert.Equal(body[..Math.Min(body.Length, MaxRawBodyBytes)], error.GetRawBody()?.ToArray() ?? []);
        Assert.Null(error.GetException());
        AssertShowsNothing(given.Hidden, result);
    }

    private static async Task<StripeResult<Thing>> SendAsync(ErrorCase given, byte[] body)
    {
        (string, string)[] headers = [.. given.Headers.Select(header => (header.Key, header.Value))];
        using var caller = new Caller(new StubHandler(
            (_, _) => Task.FromResult(StubResponse.Of(given.Status, new ByteArrayContent(body), headers))));
        return await caller.TryAsync(null, new StripeRequestOptions { IdempotencyKey = "key-1" });
    }

    private static void AssertShowsNothing(IReadOnlyList<string> hidden, StripeResult<Thing> result)
    {
        var exception = Assert.Throws<StripeException>(() => result.GetValueOrThrow());
        Assert.Equal(result.Error!.ToString(), exception.Message);
        string[] texts = [result.ToString(), exception.ToString(), JsonSerializer.Serialize(result.Error)];
        foreach (string text in texts)
        {
            Assert.DoesNotContain(Caller.Key, text, StringComparison.Ordinal);
            Assert.All(hidden, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Raw(IReadOnlyDictionary<string, JsonElement> fields) =>
        fields.Select(field => $"{field.Key}: {JsonSerializer.Serialize(field.Value)}").Order(StringComparer.Ordinal);
}

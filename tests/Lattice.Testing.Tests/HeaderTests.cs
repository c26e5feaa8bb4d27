using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests;

public sealed class HeaderTests
{
    private static readonly string Things = Slice.Taking("""{ "type": "object", "properties": {} }""");

    [Theory]
    [InlineData("/v1/things", "", $"Bearer {Caller.Key}", 200)]
    [InlineData("/v1/things", "nope=1", $"Bearer {Caller.Key}", 400)]
    [InlineData("/v1/things", "", null, 401)]
    [InlineData("/v1/nope", "", $"Bearer {Caller.Key}", 404)]
    public async Task Every_answer_has_a_request_id_and_the_version(string path, string form, string? key, int status)
    {
        using Caller caller = Caller.Of(Things);

        Reply reply = await caller.PostAsync(path, form, key);

        Assert.Equal(status, reply.Status);
        Assert.Matches("^req_[0-9A-Za-z]{16}$", reply.Header("Request-Id")!);
        Assert.Equal("2020-01-01.test", reply.Header("Stripe-Version"));
        Assert.Null(reply.Header("Idempotency-Key"));
    }

    [Fact]
    public async Task Version_and_idempotency_key_of_the_request_come_back()
    {
        using Caller caller = Caller.Of(Things);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/things", UriKind.Relative));
        request.Headers.Add("Authorization", $"Bearer {Caller.Key}");
        request.Headers.Add("Stripe-Version", "2019-01-01");
        request.Headers.Add("Idempotency-Key", "abc-123");

        Reply reply = await caller.SendAsync(request);

        Assert.Equal("2019-01-01", reply.Header("Stripe-Version"));
        Assert.Equal("abc-123", reply.Header("Idempotency-Key"));
    }
}

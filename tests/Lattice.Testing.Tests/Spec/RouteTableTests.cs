using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Spec;

public sealed class RouteTableTests : IDisposable
{
    private readonly Caller _caller = Caller.OfForgetful(Slice.With($$"""
        {
          "/v1/things": { "post": {{Slice.Operation("Create")}}, "get": {{Slice.Operation("List")}} },
          "/v1/{kind}/default": { "post": {{Slice.Operation("DefaultOfKind")}} },
          "/v1/things/{thing}": { "post": {{Slice.Operation("Update")}} },
          "/v1/things/search": { "post": {{Slice.Operation("Search")}} },
          "/v1/things/{thing}/parts/{part}": { "post": {{Slice.Operation("Part")}} }
        }
        """));

    public void Dispose() => _caller.Dispose();

    [Theory]
    [InlineData("/v1/things", "Create")]
    [InlineData("/v1/things/th_1", "Update")]
    [InlineData("/v1/things/search", "Search")]
    [InlineData("/v1/things/default", "Update")]
    [InlineData("/v1/others/default", "DefaultOfKind")]
    [InlineData("/v1/things/a%2Fb", "Update")]
    [InlineData("/v1/th%69ngs/search", "Search")]
    [InlineData("/v1/things/th_1/parts/pa_2", "Part")]
    public async Task The_most_literal_matching_path_is_used(string path, string operation)
    {
        Reply reply = await _caller.PostAsync(path);

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal(operation, Assert.Single(_caller.Stripe!.Requests).OperationId);
    }

    [Fact]
    public async Task Each_method_of_a_path_is_an_operation()
    {
        Reply reply = await _caller.GetAsync("/v1/things");

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal("List", Assert.Single(_caller.Stripe!.Requests).OperationId);
    }

    [Theory]
    [InlineData("/v1/nope")]
    [InlineData("/v1/things/")]
    [InlineData("/v1/things/th_1/parts")]
    [InlineData("/things")]
    [InlineData("/")]
    public async Task A_path_that_is_not_in_the_slice_is_not_found(string path)
    {
        Reply reply = await _caller.PostAsync(path);

        Assert.Equal(404, reply.StatusCode);
        Assert.Equal("invalid_request_error", reply.Error("type"));
        Assert.StartsWith(
            $"Unrecognized request URL (POST: {path}). ", reply.Error("message"), StringComparison.Ordinal);
        Assert.Null(Assert.Single(_caller.Stripe!.Requests).OperationId);
    }

    [Fact]
    public async Task A_method_that_the_path_lacks_is_not_found()
    {
        Reply reply = await _caller.SendAsync(HttpMethod.Delete, "/v1/things", null, $"Bearer {Caller.Key}");

        Assert.Equal(404, reply.StatusCode);
        Assert.StartsWith(
            "Unrecognized request URL (DELETE: /v1/things). ", reply.Error("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_is_ignored()
    {
        var http = new HttpClient(_caller.Stripe!.CreateHandler()) { BaseAddress = new Uri("http://elsewhere.test") };
        using var elsewhere = new Caller(http);

        Assert.Equal(200, (await elsewhere.PostAsync("/v1/things")).StatusCode);
    }
}

using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Support;

/// <summary>A client whose requests get these pages of things, in order; "error" is a 400, "retry" a 500.</summary>
internal sealed class PagedCaller : IDisposable
{
    /// <summary>A list of API v2, below a thing.</summary>
    public static readonly StripeOperation<FormParams, StripeList<Thing>> ListV2Operation = new(
        "V2.Thing.List", HttpMethod.Get, "/v2/things/{thing}/parts", Thing.ApiVersion, StripeJsonReader.ReadList<Thing>)
    {
        HasQuery = true,
    };

    private readonly Caller _caller;

    public PagedCaller(params string[] pages)
    {
        int next = 0;
        Handler = new StubHandler((_, _) =>
        {
            string page = pages[next++];
            return Task.FromResult(page switch
            {
                "error" => StubResponse.Of(400, """{"error":{"type":"invalid_request_error","message":"No."}}""", StubResponse.RequestId),
                "retry" => StubResponse.Of(500, "{}"),
                _ => StubResponse.Of(200, page, StubResponse.RequestId),
            });
        });
        _caller = new Caller(Handler);
    }

    public StubHandler Handler { get; }

    public StripeClient Client => _caller.Client;

    public List<string> Queries => [.. Handler.Requests.Select(request => request.Uri.Query)];

    public void Dispose() => _caller.Dispose();

    /// <summary>Reads all pages, and returns the ids of the things on them.</summary>
    public async Task<List<string>> ReadAsync(
        FormParams? parameters = null,
        StripeRequestOptions? options = null,
        StripePage? start = null,
        List<string>? into = null,
        bool hasId = true)
    {
        List<string> ids = into ?? [];
        await foreach (Thing thing in StripePages.ReadAllAsync(
            Thing.ListOperation, hasId ? thing => thing.Id : null, Client, [], parameters, options, CancellationToken.None, start))
        {
            ids.Add(thing.Id);
        }

        return ids;
    }

    public IAsyncEnumerable<Thing> Enumerate(CancellationToken cancellationToken = default) =>
        StripePages.ReadAllAsync(Thing.ListOperation, thing => thing.Id, Client, [], null, null, cancellationToken);

    public static string Page(bool hasMore, params string[] ids) =>
        $$"""{"object":"list","url":"/v1/things","has_more":{{(hasMore ? "true" : "false")}},"data":[{{string.Join(',', ids.Select(Element))}}]}""";

    public static string Element(string id) => $$$"""{"id":"{{{id}}}","amount":1,"live":true,"tags":[],"owner":{"name":"o"}}""";
}

using System.Text;
using System.Text.Json.Nodes;
using Lattice.Parity.Requests;
using Lattice.TestSupport.Mutation;

namespace Lattice.Fuzz.Requests;

/// <summary>Inserts random errors into requests, the same ones for the same random numbers.</summary>
/// <param name="random">Decides everything.</param>
/// <param name="seeds">The requests to start from.</param>
internal sealed class RequestMutator(Random random, RequestSeeds seeds)
{
    private static readonly string[] s_methods = ["GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "get", "FOO"];

    private static readonly string[] s_mediaTypes =
    [
        "application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain", "",
        "application/json; charset=utf-16", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\"a", ";", "APPLICATION/JSON",
        "application/x-www-form-urlencoded;charset=utf-8", "application/x-www-form-urlencoded, application/json",
    ];

    private static readonly KeyValuePair<string, string>[] s_headers =
    [
        new("Stripe-Version", "2023-10-16"), new("Stripe-Version", "9999-99-99.x"), new("Stripe-Version", ""), new("Stripe-Version", "2026-10-28.endive; a=v1"),
        new("Stripe-Account", "acct_1"), new("Stripe-Account", "acct_"), new("Stripe-Account", new string('a', 5_000)), new("Stripe-Context", "acct_1/acct_2"),
        new("Idempotency-Key", "key-1"), new("Idempotency-Key", ""), new("Idempotency-Key", new string('k', 300)), new("Idempotency-Key", "é\u0085"),
        new("Authorization", "Bearer"), new("Authorization", "Basic !!!"), new("Authorization", "Basic c2tfdGVzdF8xMjM6"), new("Authorization", "Bearer sk_live_1"),
        new("Authorization", "Bearer pk_test_1"), new("Authorization", "Basic /w=="), new("Authorization", " "), new("Expect", "100-continue"),
        new("Content-Length", "5"), new("Transfer-Encoding", "chunked"), new("Accept", "text/html"), new("X-Any", "é"),
    ];

    private static readonly string[] s_values =
    [
        "", "0", "-1", "1e400", "99999999999999999999", "true", "null", "now", "%00", "%ff", "%C3%28", "%ED%A0%80", "%E2%80%A8", "%1B[2J", "+", "%",
        "2023-14-14T99:00:00Z", "NaN", "--", "usd", "https://a/%0d%0a", "%F0%9F%98%80",
    ];

    private static readonly string[] s_keys =
    [
        "", "[", "]", "[]", "a[", "a]b", "a[b]c", "a[b][", "expand", "expand[]", "expand[0]", "expand[99999999999]", "expand[-1]", "limit", "starting_after",
        "ending_before", "page", "query", "created[gte]", "created[x]", "metadata[k]", "metadata", "metadata[]", "a%5Bb%5D", "%ff", "%00", "__proto__", "0",
    ];

    public SentRequest Create()
    {
        SentRequest request = seeds.Others.Count > 0 && random.OneIn(3) ? random.Pick(seeds.Others) : random.Pick(seeds.Posts);
        for (int count = random.Next(4); count > 0; count--)
        {
            request = Mutate(request);
        }

        return random.OneIn(2) ? new SecretPlanter(random).Plant(request) : request;
    }

    private SentRequest Mutate(SentRequest request) => random.Next(12) switch
    {
        0 => request with { Method = random.Pick(s_methods) },
        1 => request with { Target = "/" + new TextMutator(random).Mutate(request.Target[1..]) },
        2 or 3 => AddQuery(request),
        4 => request with { ContentType = random.Pick(s_mediaTypes) },
        5 => SetHeader(request, random.Pick(s_headers)),
        6 => request with { Headers = [.. request.Headers.Select(MutateHeader)] },
        _ => request.Body is null ? AddQuery(request) : request with { Body = MutateBody(request.ContentType ?? "", request.Body) },
    };

    private SentRequest AddQuery(SentRequest request) =>
        request with { Target = $"{request.Target}{(request.Target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{CreatePair()}" };

    private KeyValuePair<string, string> MutateHeader(KeyValuePair<string, string> header) =>
        KeyValuePair.Create(header.Key, new TextMutator(random).Mutate(header.Value));

    private static SentRequest SetHeader(SentRequest request, KeyValuePair<string, string> header) =>
        request with { Headers = [.. request.Headers.Where(other => other.Key != header.Key), header] };

    private byte[] MutateBody(string mediaType, byte[] body)
    {
        if (random.OneIn(5))
        {
            return new BytesMutator(random).Mutate(body);
        }

        string text = Encoding.UTF8.GetString(body);
        string mutated = mediaType.StartsWith("application/json", StringComparison.Ordinal) ? MutateJson(text)
            : mediaType.StartsWith("multipart", StringComparison.Ordinal) ? new TextMutator(random).Mutate(text)
            : MutateForm(text);
        return Encoding.UTF8.GetBytes(mutated);
    }

    private string MutateJson(string text)
    {
        try
        {
            return JsonNode.Parse(text) is null ? text
                : new JsonMutator(random, new JsonVocabulary(["null", "1", "\"\"", "[]", "{}", "1.5", "true"], [.. s_keys, "metadata", "expand"], [])).Mutate(text);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException or ArgumentException)
        {
            // Not JSON anymore, after an earlier mutation.
            return new TextMutator(random).Mutate(text);
        }
    }

    private string MutateForm(string text)
    {
        List<string> pairs = [.. text.Split('&')];
        int index = random.Next(pairs.Count);
        switch (random.Next(7))
        {
            case 0:
                pairs.RemoveAt(index);
                break;
            case 1:
                pairs.Insert(index, random.Pick(pairs));
                break;
            case 2:
                pairs[index] = $"{pairs[index].Split('=')[0]}={random.Pick(s_values)}";
                break;
            case 3:
                pairs[index] = $"{pairs[index].Split('=')[0]}[{random.Pick(s_keys)}]={random.Pick(s_values)}";
                break;
            case 4:
                pairs.Add($"a{string.Concat(Enumerable.Repeat("[a]", random.Next(1, 3_000)))}=1");
                break;
            case 5:
                return new TextMutator(random).Mutate(text);
            default:
                pairs.Add(CreatePair());
                break;
        }

        return string.Join('&', pairs);
    }

    private string CreatePair()
    {
        string name = seeds.Names.Count > 0 && random.OneIn(2) ? random.Pick(seeds.Names) : random.Pick(s_keys);
        return $"{name}={(random.OneIn(5) ? ParityRequest.Key : random.Pick(s_values))}";
    }
}

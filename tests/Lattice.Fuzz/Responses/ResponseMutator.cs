using System.Text;
using System.Text.Json.Nodes;
using Lattice.TestSupport.Mutation;

namespace Lattice.Fuzz.Responses;

/// <summary>Creates attempts with random errors in their bodies, statuses and headers, the same ones for the same random numbers.</summary>
/// <param name="random">Decides everything.</param>
/// <param name="type">The type of the resource.</param>
/// <param name="bodies">Valid bodies of the resource.</param>
/// <param name="vocabulary">What is inserted into bodies.</param>
internal sealed class ResponseMutator(Random random, Type type, IReadOnlyList<string> bodies, JsonVocabulary vocabulary)
{
    private static readonly int[] s_successes = [200, 200, 200, 201, 202, 204, 299];

    private static readonly int[] s_failures =
        [400, 400, 401, 402, 403, 404, 409, 409, 429, 429, 424, 499, 500, 502, 503, 599, 301, 302, 304, 100, 600, 999];

    private static readonly KeyValuePair<string, string>[] s_headers =
    [
        new("Request-Id", "req_1"), new("Request-Id", "req_"), new("Request-Id", "1"), new("Request-Id", "req_\u001b[31m"), new("request-id", "req_2"),
        new("Request-Id", $"req_{new string('a', 3_000)}"), new("Idempotent-Replayed", "true"), new("Idempotent-Replayed", "TRUE"),
        new("Idempotent-Replayed", "no"), new("Stripe-Should-Retry", "true"), new("Stripe-Should-Retry", "false"), new("Stripe-Should-Retry", "true, false"),
        new("Retry-After", "0"), new("Retry-After", "2"), new("Retry-After", "99999999999999999999"), new("Retry-After", "-1"),
        new("Retry-After", "Wed, 21 Oct 2065 07:28:00 GMT"), new("Retry-After", "NaN"), new("Retry-After", "1.5.2"), new("Date", "yesterday"),
        new("Content-Encoding", "gzip"), new("Content-Encoding", "identity"), new("Content-Type", "text/html"), new("Content-Type", "é"),
        new("Content-Length", "1"), new("Stripe-Version", "é\u0000"), new("Location", $"https://a/{SecretMarker.Text}"),
    ];

    public Attempt Create()
    {
        AttemptEnd end = random.Next(12) switch
        {
            0 => AttemptEnd.NoConnection,
            1 => AttemptEnd.NoResponse,
            2 => AttemptEnd.BrokenBody,
            _ => AttemptEnd.Response,
        };
        bool isSuccess = random.OneIn(2);
        byte[] body = CreateBody(isSuccess ^ random.OneIn(10));
        return new Attempt(end, random.Pick(isSuccess ? s_successes : s_failures), CreateHeaders(), body);
    }

    private KeyValuePair<string, string>[] CreateHeaders()
    {
        List<KeyValuePair<string, string>> headers = random.OneIn(2) ? [new("Request-Id", "req_1")] : [];
        for (int count = random.Next(4); count > 0; count--)
        {
            KeyValuePair<string, string> header = random.Pick(s_headers);

            // One of a name: several values would be joined, and what that means is not what is tested here.
            headers.RemoveAll(other => other.Key.Equals(header.Key, StringComparison.OrdinalIgnoreCase));
            headers.Add(header);
        }

        return [.. headers];
    }

    private byte[] CreateBody(bool isResource)
    {
        if (random.OneIn(40))
        {
            return random.Pick<byte[]>([[], "{}"u8.ToArray(), "null"u8.ToArray(), "[]"u8.ToArray(), "<html>"u8.ToArray(), [0x1F, 0x8B, 8, 0]]);
        }

        JsonNode json = JsonNode.Parse(random.Pick(isResource ? bodies : ResponseSeeds.Errors))!;
        var mutator = new JsonMutator(random, vocabulary);
        if (!random.OneIn(5))
        {
            mutator.MutateTree(json);
        }

        Plant(json, isResource);
        byte[] bytes = Encoding.UTF8.GetBytes(mutator.Write(json));
        return random.OneIn(8) ? new BytesMutator(random).Mutate(bytes) : bytes;
    }

    private void Plant(JsonNode json, bool isResource)
    {
        if (isResource)
        {
            SecretMarker.Plant(json, type);
        }
        else if (json["error"] is JsonObject error)
        {
            error["payment_intent"] = new JsonObject { ["client_secret"] = SecretMarker.Text };
            if (random.OneIn(4))
            {
                error["message"] = $"The key {ResponseInput.ApiKey} is not valid.";
            }
        }
    }
}

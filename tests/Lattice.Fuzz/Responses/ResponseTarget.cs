using Lattice.Fuzz.Running;
using Lattice.TestSupport.Mutation;

namespace Lattice.Fuzz.Responses;

/// <summary>The client and its decoder, with responses that have errors.</summary>
internal sealed class ResponseTarget : IFuzzTarget
{
    public const string TargetName = "responses";

    private static readonly string[] s_values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e3", "1000.0", "9223372036854775807", "9223372036854775808", "1e40", "253402300800", "-62135596801",
        "\"\"", "\"a\"", "\"\\u2028\\u202e\\u0000\"", "\"1\"", "\"12.50\"", "\"2023-09-12T10:30:15Z\"", "\"2023-99-12T10:30:15Z\"", "\"card_error\"",
        "\"invalid_request_error\"", "\"idempotency_key_in_use\"", "\"list\"", "\"account_link\"", "[]", "{}", "[[]]", "[{}]", "[null]", "[1,\"a\"]",
        """{"object":"account"}""", """{"id":"a","object":"customer","deleted":true}""", """{"object":"list","data":[null,{}],"has_more":true,"url":"/"}""",
    ];

    private static readonly string[] s_names =
    [
        "id", "object", "deleted", "data", "has_more", "metadata", "created", "livemode", "amount", "currency", "error", "type", "code", "message", "param",
        "error_description", "items", "customer", "", "a.b", "\u2028", "__proto__", "next_page_url",
    ];

    private readonly Lazy<ResponseSeeds> _seeds = new(() => ResponseSeeds.CreateAsync().GetAwaiter().GetResult());
    private readonly JsonVocabulary _vocabulary = new(s_values, s_names, []);

    public string Name => TargetName;

    public IFuzzInput Create(Random random)
    {
        OperationCaller caller = random.Pick(OperationCaller.All);
        IReadOnlyList<string> bodies = _seeds.Value.Resources[$"{caller.Operation.Method} {caller.Operation.RouteTemplate}"];
        var mutator = new ResponseMutator(random, caller.Resource, bodies, _vocabulary);
        Attempt[] attempts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => mutator.Create())];
        return new ResponseInput(
            caller,
            attempts,
            ResourceIdentity.Of(bodies[0]),
            new CallSettings(
                MaxRetries: random.Next(3),
                MaxResponseBytes: random.OneIn(20) ? random.Next(1, 2_000) : null,
                FailsOnMissingFields: random.OneIn(4),
                Chunk: random.Pick([1, 7, 512, 100_000])));
    }
}

/// <summary>The settings of the client that decide what becomes of a response.</summary>
/// <param name="MaxRetries">The most repetitions.</param>
/// <param name="MaxResponseBytes">The longest body; null for the default.</param>
/// <param name="FailsOnMissingFields">Whether a missing field is an error.</param>
/// <param name="Chunk">The most bytes of a body that arrive at once.</param>
internal sealed record CallSettings(int MaxRetries, int? MaxResponseBytes, bool FailsOnMissingFields, int Chunk);

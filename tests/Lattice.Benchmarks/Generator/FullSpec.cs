using System.Text.Json.Nodes;

namespace Lattice.Benchmarks.Generator;

/// <summary>Stripe's full specification, and slices of it.</summary>
internal static class FullSpec
{
    private const string Variable = "LATTICE_SPECS";
    private const string FileName = "stripe-2023-09-12.spec3.json";

    // Small to large resources, so that ten are a fair part of all.
    private static readonly string[] s_ten =
    [
        "/v1/account_links", "/v1/coupons", "/v1/customers", "/v1/ephemeral_keys", "/v1/file_links", "/v1/payment_intents",
        "/v1/prices", "/v1/refunds", "/v1/subscriptions", "/v1/tokens",
    ];

    public static string FilePath => Path.Combine(
        Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException($"Set {Variable} to a folder that holds {FileName}, Stripe's specification of 2023-09-12 as JSON."),
        FileName);

    /// <summary>The specification with this many of its creates; 83 is the whole file.</summary>
    public static string Cut(int creates)
    {
        string full = File.ReadAllText(FilePath);
        return creates switch
        {
            1 => SpecSlices.Cut(JsonNode.Parse(full)!, s_ten[..1]),
            10 => SpecSlices.Cut(JsonNode.Parse(full)!, s_ten),
            83 => full,
            _ => throw new ArgumentOutOfRangeException(nameof(creates), creates, "There are slices of 1, 10 and 83 creates."),
        };
    }
}

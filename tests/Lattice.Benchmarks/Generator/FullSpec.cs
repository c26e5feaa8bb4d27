using System.Text.Json.Nodes;

namespace Lattice.Benchmarks.Generator;

/// <summary>Stripe's full specification, and slices of it.</summary>
internal static class FullSpec
{
    private const string Variable = "LATTICE_SPECS";
    private const string FileName = "stripe-2023-09-12.spec3.json";

    // Small and large resources, so that these ten are representative.
    private static readonly string[] s_ten =
    [
        "/v1/account_links", "/v1/coupons", "/v1/customers", "/v1/ephemeral_keys", "/v1/file_links", "/v1/payment_intents",
        "/v1/prices", "/v1/refunds", "/v1/subscriptions", "/v1/tokens",
    ];

    public static string FilePath => Path.Combine(
        Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException(
                $"Set {Variable} to a folder that contains {FileName}, Stripe's specification of 2023-09-12 in JSON."),
        FileName);

    /// <summary>Returns the specification with this number of its create operations; 83 is the whole file.</summary>
    public static string Cut(int creates)
    {
        string full = File.ReadAllText(FilePath);
        return creates switch
        {
            1 => SpecSlices.Cut(JsonNode.Parse(full)!, s_ten[..1]),
            10 => SpecSlices.Cut(JsonNode.Parse(full)!, s_ten),
            83 => full,
            _ => throw new ArgumentOutOfRangeException(nameof(creates), creates, "There are slices of 1, 10, and 83 create operations."),
        };
    }
}

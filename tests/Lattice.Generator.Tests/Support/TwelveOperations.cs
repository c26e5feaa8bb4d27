using System.Text.Json.Nodes;

namespace Lattice.Generator.Tests.Support;

/// <summary>
/// Twelve operations of the slice of this repository, of every kind that it has. A review can read their types, but not the thousand
/// files of all fifty, and a test can compile them often.
/// </summary>
internal static class TwelveOperations
{
    private static readonly string[] s_paths =
    [
        "/v1/account_links", "/v1/account_sessions", "/v1/accounts/{account}/login_links", "/v1/apple_pay/domains", "/v1/billing/meter_events",
        "/v1/billing_portal/sessions", "/v1/customer_sessions", "/v1/ephemeral_keys", "/v1/file_links", "/v1/test_helpers/test_clocks",
        "/v2/billing/meter_event_session", "/v2/core/account_links",
    ];

    private static readonly Lazy<string> s_slice =
        new(() => SpecSlices.Cut(JsonNode.Parse(File.ReadAllText(Repository.Slice))!, s_paths));

    /// <summary>The slice that has them.</summary>
    public static string Slice => s_slice.Value;
}

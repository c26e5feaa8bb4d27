using Lattice.Slice.Output;
using Lattice.Slice.Secrets;

namespace Lattice.Slice.Commands;

/// <summary>Says which strings are secrets, and why.</summary>
internal static class SecretsReport
{
    public static void Secrets(this IReport report, IReadOnlyList<Secret> secrets)
    {
        if (secrets.Count > 0)
        {
            report.Line();
            report.Line("Marked as secret; \"sensitive\": { \"<location>\": false } in slice.json unmarks one:");
            IEnumerable<Secret> sorted = secrets.OrderBy(secret => secret.Pointer, StringComparer.Ordinal);
            report.Table(["Location", "Reason", "Rule"], [.. sorted.Select(secret => (string[])[secret.Pointer, secret.Reason, secret.Source])]);
        }
    }
}

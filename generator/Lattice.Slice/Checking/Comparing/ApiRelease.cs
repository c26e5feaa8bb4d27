using System.Text.RegularExpressions;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>
/// Stripe's API versions. Since 2024 a version is a date and the name of its release, <c>2026-09-30.endive</c>; versions of one
/// release add to the earlier ones and break nothing (<see href="https://docs.stripe.com/api/versioning">Versioning</see> in
/// Stripe's reference). Older versions are a date alone, and each may break something; so may each preview.
/// </summary>
internal static partial class ApiRelease
{
    /// <summary>Whether the one version is of the same release as the other, and not older.</summary>
    public static bool IsLaterOfSame(string present, string newer)
    {
        (Match old, Match @new) = (Pattern().Match(present), Pattern().Match(newer));
        return old.Success && @new.Success
            && old.Groups["name"].Value == @new.Groups["name"].Value
            && old.Groups["name"].Value != "preview"
            && string.CompareOrdinal(old.Groups["date"].Value, @new.Groups["date"].Value) <= 0;
    }

    [GeneratedRegex(@"^(?<date>\d{4}-\d{2}-\d{2})\.(?<name>[a-z]+)$")]
    private static partial Regex Pattern();
}

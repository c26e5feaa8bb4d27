using System.Text.RegularExpressions;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>
/// Stripe's API versions. Since 2024, a version is a date and the name of a release, such as <c>2026-09-30.endive</c>. Later versions of
/// a release only add to it (<see href="https://docs.stripe.com/api/versioning">Versioning</see> in Stripe's reference). Older versions
/// are only a date, and each may break something; so may each preview.
/// </summary>
internal static partial class ApiRelease
{
    /// <summary>Whether both versions belong to the same release, and the second one is not older.</summary>
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

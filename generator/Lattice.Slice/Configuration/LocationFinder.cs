using System.Text.Json;

namespace Lattice.Slice.Configuration;

/// <summary>Finds locations in a section of slice.json, where those with the same prefix may be grouped.</summary>
internal static class LocationFinder
{
    /// <summary>Finds the member for a location, or the outermost group that contains nothing else.</summary>
    public static (JsonSpan Owner, JsonSpanMember Member)? Find(JsonSpan group, string location)
    {
        foreach (JsonSpanMember member in group.Members.Where(member => location.StartsWith(member.Name, StringComparison.Ordinal)))
        {
            string rest = location[member.Name.Length..];
            if (member.Value.Kind != JsonTokenType.StartObject ? rest.Length == 0 : Find(member.Value, rest) is not null)
            {
                return CountLocations(member.Value) > 1 ? Find(member.Value, rest) : (group, member);
            }
        }

        return null;
    }

    /// <summary>Finds the value of a location.</summary>
    public static JsonSpan? FindValue(JsonSpan group, string location) => group.Members
        .Where(member => location.StartsWith(member.Name, StringComparison.Ordinal))
        .Select(member => (member.Value, Remaining: location[member.Name.Length..]))
        .Select(entry => entry.Value.Kind == JsonTokenType.StartObject ? FindValue(entry.Value, entry.Remaining)
            : entry.Remaining.Length == 0 ? entry.Value
            : null)
        .FirstOrDefault(value => value is not null);

    private static int CountLocations(JsonSpan value) =>
        value.Kind == JsonTokenType.StartObject ? value.Members.Sum(member => CountLocations(member.Value)) : 1;
}

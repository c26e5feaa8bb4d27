using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Generator.Diagnostics;

namespace Lattice.Generator.Reading;

/// <summary>Takes paths out that would take a request to another place than its base address.</summary>
internal sealed class InvalidPaths(ProblemLog problems)
{
    public void Remove(JsonObject root)
    {
        if (root["paths"] is not JsonObject paths)
        {
            return;
        }

        foreach (string path in paths.Select(entry => entry.Key).Where(key => !key.StartsWith("x-", StringComparison.Ordinal)).ToList())
        {
            if (PathValidator.GetError(path) is { } error)
            {
                problems.Add(Descriptors.InvalidPath, JsonPath.Root / "paths" / path, Escape(path), error);
                paths.Remove(path);
            }
        }
    }

    /// <summary>The path as a message shows it: on one line and in one direction.</summary>
    private static string Escape(string path) => string.Concat(path.Select(
        c => c is >= ' ' and <= '~' ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture)));
}

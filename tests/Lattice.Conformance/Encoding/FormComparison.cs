using Lattice.Conformance.Reporting;

namespace Lattice.Conformance.Encoding;

/// <summary>Reports which parameters of a form differ from the expected ones.</summary>
internal static class FormComparison
{
    private const int MaxDifferences = 3;

    public static IEnumerable<string> Compare(string expected, string actual)
    {
        if (expected == actual)
        {
            return [];
        }

        string[] wanted = Split(expected);
        string[] got = Split(actual);
        string[] differences =
        [
            .. wanted.Except(got).Select(parameter => $"expected {parameter.Truncate()}, got {FindSameName(got, parameter)}"),
            .. got.Except(wanted)
                .Where(parameter => FindSameName(wanted, parameter) == "nothing")
                .Select(parameter => $"expected nothing, got {parameter.Truncate()}"),
        ];
        if (differences.Length == 0)
        {
            string first = wanted.Zip(got)
                .Where(pair => pair.First != pair.Second)
                .Select(pair => $"expected {pair.First.Truncate()} at the position of {pair.Second.Truncate()}")
                .FirstOrDefault("parameters are repeated");
            return [$"the order differs: {first}"];
        }

        return differences.Take(MaxDifferences);
    }

    private static string[] Split(string form) => form.Split('&', StringSplitOptions.RemoveEmptyEntries);

    private static string FindSameName(IEnumerable<string> parameters, string parameter)
    {
        string name = parameter[..(parameter.IndexOf('=') + 1)];
        return parameters.FirstOrDefault(other => other.StartsWith(name, StringComparison.Ordinal))?.Truncate() ?? "nothing";
    }
}
